// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.twilio;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.gateway.GatewayPost;
import io.passwordrecovery.testkit.sms.SmsGateway;
import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;
import io.passwordrecovery.testkit.sms.SmsPost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The request is that of https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource. */
class TwilioSmsProviderTest {
    private static final String SID = "AC00000000000000000000000000000001";
    private static final SmsMessage MESSAGE = new SmsMessage(
            "+12015550123", "1 + 1 & \u00fc\n@example.test #123456", Locale.ENGLISH, "demo", "reset-code", "key-1");

    @AutoClose
    private final SmsGateway gateway = SmsGateway.start();

    @AutoClose
    private final CloseableHttpClient client = HttpClients.createDefault();

    @Test
    void messageIsCreatedAsTwilioDocumentsIt() throws SmsException {
        gateway.behave(Behaviour.status(201));

        provider(base(), "From", "+12015550100").send(MESSAGE);

        SmsPost post = gateway.posts().get(0);
        assertThat(post.path()).isEqualTo("/2010-04-01/Accounts/" + SID + "/Messages.json");
        assertThat(post.header("authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString((SID + ":token").getBytes(StandardCharsets.US_ASCII)));
        assertThat(post.header("content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(form(post)).isEqualTo(Map.of("To", "+12015550123", "From", "+12015550100", "Body", MESSAGE.text()));
    }

    @Test
    void messagingServiceTakesThePlaceOfASender() throws SmsException {
        provider(base() + "/", "MessagingServiceSid", "MG1").send(MESSAGE);

        SmsPost post = gateway.posts().get(0);
        assertThat(post.path()).isEqualTo("/2010-04-01/Accounts/" + SID + "/Messages.json");
        assertThat(form(post)).containsEntry("MessagingServiceSid", "MG1").doesNotContainKey("From");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void busyOrBrokenTwilioIsWorthAnotherTry(int status) {
        gateway.behave(Behaviour.status(status));

        assertThat(failure(base()).isWorthAnotherTry()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404})
    void refusalIsFinal(int status) {
        gateway.behave(Behaviour.status(status));

        assertThat(failure(base()).isWorthAnotherTry()).isFalse();
    }

    // Twilio knows no idempotency key here: a second try could be a second message.
    @Test
    void messageOfUnknownFateIsNotSentAgain() {
        gateway.behave(Behaviour.hang());

        assertThat(failure(base()).isWorthAnotherTry()).isFalse();
    }

    @Test
    void unreachedTwilioIsWorthAnotherTry() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(failure("http://127.0.0.1:" + port).isWorthAnotherTry()).isTrue();
    }

    @Test
    void slowDripHoldsNobodyUp() {
        gateway.behave(Behaviour.drip(201));

        assertThatCode(() -> provider(base(), "From", "Demo").send(MESSAGE)).doesNotThrowAnyException();
    }

    private String base() {
        return "http://127.0.0.1:" + gateway.port();
    }

    private SmsException failure(String base) {
        return catchThrowableOfType(
                SmsException.class, () -> provider(base, "From", "Demo").send(MESSAGE));
    }

    private TwilioSmsProvider provider(String base, String parameter, String sender) {
        TwilioAccount account = new TwilioAccount(base, SID, parameter, sender);
        return new TwilioSmsProvider(account, () -> "token", new GatewayPost(client, Duration.ofSeconds(1)));
    }

    private static Map<String, String> form(SmsPost post) {
        return Arrays.stream(post.body().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
