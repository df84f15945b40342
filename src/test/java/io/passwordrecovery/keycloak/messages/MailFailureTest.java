// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.net.ConnectException;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.email.EmailException;
import org.keycloak.theme.FreeMarkerException;

import io.passwordrecovery.delivery.DeliveryException;

import static org.assertj.core.api.Assertions.assertThat;

/** What Keycloak's mail sender throws (read in {@code DefaultEmailSenderProvider}, 26.7), and what is made of it. */
class MailFailureTest {
    private static final Map<String, String> SMTP = Map.of("host", "mail.example.test");
    private static final String ALICE = "alice@example.test";

    @ParameterizedTest
    @MethodSource
    void isNotWorthAnotherTry(EmailException failure) {
        DeliveryException made = new MailFailure(failure, "realm", SMTP).of("reset-code.ftl");

        assertThat(made.isWorthAnotherTry()).isFalse();
        assertThat(made.getMessage()).doesNotContain(ALICE);
    }

    static Stream<Named<EmailException>> isNotWorthAnotherTry() throws AddressException {
        return Stream.of(
                Named.of("unsendable address", sending(new AddressException("Domain contains illegal character"))),
                Named.of("recipient 550", sending(refused(recipient(550)))),
                Named.of("recipient 553", sending(refused(recipient(553)))),
                Named.of(
                        "message 554",
                        sending(new SMTPSendFailedException("DATA", 554, "554 no", null, none(), none(), none()))),
                Named.of(
                        "sender 530",
                        sending(refused(new SMTPSenderFailedException(address(), "MAIL", 530, "530 sign in")))),
                Named.of(
                        "greeting 554",
                        sending(new MessagingException("Could not connect to SMTP host: m, port: 25, response: 554"))),
                Named.of("password 535", sending(new AuthenticationFailedException("535 5.7.8 no\n"))),
                Named.of("user's address", new EmailException("Invalid address '" + ALICE + "'. If the address …")),
                Named.of("realm's address", new EmailException("Invalid sender address 'null'. If the address …")),
                Named.of("reply-to", new EmailException("Invalid reply-to address 'x'. If the address …")),
                Named.of("sender is missing", new EmailException("Please provide a valid address", null)),
                Named.of(
                        "template",
                        new EmailException("Failed to template email", new FreeMarkerException("x", new Exception()))));
    }

    @ParameterizedTest
    @MethodSource
    void isWorthAnotherTry(EmailException failure) {
        DeliveryException made = new MailFailure(failure, "realm", SMTP).of("reset-code.ftl");

        assertThat(made.isWorthAnotherTry()).isTrue();
        assertThat(made.getMessage()).doesNotContain(ALICE);
    }

    static Stream<Named<EmailException>> isWorthAnotherTry() throws AddressException {
        return Stream.of(
                Named.of("recipient 450", sending(refused(recipient(450)))),
                Named.of("recipient 452", sending(refused(recipient(452)))),
                Named.of(
                        "message 451",
                        sending(new SMTPSendFailedException("DATA", 451, "451 no", null, none(), none(), none()))),
                Named.of("no answer", sending(unreachable())),
                Named.of(
                        "greeting 421",
                        sending(new MessagingException("Could not connect to SMTP host: m, port: 25, response: 421"))),
                Named.of("another sender's", new EmailException("throttled")));
    }

    @Test
    void realmWithoutMailServerIsNotWorthAnotherTry() {
        DeliveryException made = new MailFailure(sending(unreachable()), "realm", Map.of()).of("reset-code.ftl");

        assertThat(made.isWorthAnotherTry()).isFalse();
    }

    private static EmailException sending(Exception cause) {
        return new EmailException("Error when attempting to send the email to the server.", cause);
    }

    private static MailConnectException unreachable() {
        return new MailConnectException(new SocketConnectException("no", new ConnectException(), "m", 25, 10));
    }

    private static SendFailedException refused(MessagingException next) {
        return new SendFailedException("Invalid Addresses", next, none(), none(), none());
    }

    private static SMTPAddressFailedException recipient(int code) throws AddressException {
        return new SMTPAddressFailedException(address(), "RCPT", code, code + " <" + ALICE + ">");
    }

    private static InternetAddress address() throws AddressException {
        return new InternetAddress(ALICE);
    }

    private static Address[] none() {
        return new Address[0];
    }
}
