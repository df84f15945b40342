// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.theme.FreeMarkerException;

import io.passwordrecovery.delivery.DeliveryException;

/**
 * Why Keycloak sent no mail, and whether it would with another try: RFC 5321, section 4.2.1, for what a mail server says,
 * and {@code DefaultEmailSenderProvider} (read in 26.7) for what it is never asked.
 *
 * <p>Says nothing that a mail server has said but its number: servers repeat the address.
 */
final class MailFailure {
    private static final Logger LOG = Logger.getLogger(MailFailure.class);
    /** What Keycloak's sender says of an address that it does not even try, of the user or the realm. */
    private static final Pattern NEVER_TRIED =
            Pattern.compile("(?s)(Invalid|Please provide a valid|No email) .*address.*");
    /** As in {@code Could not connect to SMTP host: …, response: 554}, or at the start of a refused authentication. */
    private static final Pattern REPLY = Pattern.compile("(?s)(?:.*\\bresponse: |^)([245][0-9]{2})\\b.*");

    private final EmailException failure;
    private final String realmName;
    private final Map<String, String> smtpConfig;
    private final List<Throwable> chain;

    /** @param smtpConfig the realm's */
    MailFailure(EmailException failure, String realmName, Map<String, String> smtpConfig) {
        this.failure = failure;
        this.realmName = realmName;
        this.smtpConfig = Map.copyOf(smtpConfig);
        this.chain = Stream.<Throwable>iterate(failure, one -> one != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /** @param template that the mail was made of */
    DeliveryException of(String template) {
        if (has(FreeMarkerException.class)) {
            LOG.errorf(
                    "Realm %s: mail template %s of the email theme cannot be rendered: %s",
                    realmName, template, chain.get(chain.size() - 1).getMessage());
            return DeliveryException.permanent("template " + template, null);
        }
        Optional<Integer> reply = reply();
        if (reply.isPresent()) {
            String said = "SMTP reply " + reply.get();
            return reply.get() >= 500
                    ? DeliveryException.permanent(said, null)
                    : DeliveryException.temporary(said, null);
        }
        if (hasNoAddress()) {
            return DeliveryException.permanent("an address that no mail can go to or come from", null);
        }
        if (hasNoServer()) {
            return DeliveryException.permanent("the realm has no mail server", null);
        }
        return DeliveryException.temporary(
                chain.get(chain.size() - 1).getClass().getSimpleName(), null);
    }

    private boolean hasNoAddress() {
        boolean neverTried = failure.getCause() == null
                && NEVER_TRIED.matcher(String.valueOf(failure.getMessage())).matches();
        return neverTried || has(AddressException.class) || hasInvalidAddresses();
    }

    private boolean hasInvalidAddresses() {
        return all(SendFailedException.class)
                .anyMatch(e -> e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0);
    }

    // Without a host the library tries this machine.
    private boolean hasNoServer() {
        String host = smtpConfig.get("host");
        return (host == null || host.isBlank()) && has(MessagingException.class);
    }

    private Optional<Integer> reply() {
        return chain.stream().flatMap(MailFailure::reply).findFirst();
    }

    private static Stream<Integer> reply(Throwable e) {
        if (e instanceof SMTPAddressFailedException refused) {
            return Stream.of(refused.getReturnCode());
        }
        if (e instanceof SMTPSendFailedException refused) {
            return Stream.of(refused.getReturnCode());
        }
        if (e instanceof SMTPSenderFailedException refused) {
            return Stream.of(refused.getReturnCode());
        }
        Matcher text = REPLY.matcher(String.valueOf(e.getMessage()));
        return e instanceof MessagingException && text.matches()
                ? Stream.of(Integer.valueOf(text.group(1)))
                : Stream.empty();
    }

    private boolean has(Class<? extends Throwable> type) {
        return all(type).findAny().isPresent();
    }

    private <E extends Throwable> Stream<E> all(Class<E> type) {
        return chain.stream().filter(type::isInstance).map(type::cast);
    }
}
