// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.gateway.GatewayPost;
import io.passwordrecovery.testkit.MovableClock;
import io.passwordrecovery.testkit.sms.SmsGateway;
import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;
import io.passwordrecovery.testkit.sms.SmsPost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HttpSmsProviderTest {
    private static final String SECRET = "a secret of at least 32 characters";
    private static final SmsMessage MESSAGE = new SmsMessage(
            "+12015550123",
            "123456 is your code \u2013 \u00fc\n@sso.example.test #123456",
            Locale.forLanguageTag("pt-BR"),
            "demo",
            "reset-code",
            "key-1");

    @AutoClose
    private final SmsGateway gateway = SmsGateway.start();

    @AutoClose
    private final CloseableHttpClient client = HttpClients.createDefault();

    @Test
    void webhookGetsTheMessageAsDocumented() throws Exception {
        send();

        SmsPost post = gateway.posts().get(0);
        JsonNode body = new ObjectMapper().readTree(post.body());
        assertThat(body.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("to", "text", "locale", "realm", "purpose", "idempotencyKey");
        assertThat(body.path("to").textValue()).isEqualTo("+12015550123");
        assertThat(body.path("text").textValue()).isEqualTo(MESSAGE.text());
        assertThat(body.path("locale").textValue()).isEqualTo("pt-BR");
        assertThat(body.path("realm").textValue()).isEqualTo("demo");
        assertThat(body.path("purpose").textValue()).isEqualTo("reset-code");
        assertThat(body.path("idempotencyKey").textValue()).isEqualTo("key-1");
        assertThat(post.path()).isEqualTo("/sms");
        assertThat(post.header("content-type")).startsWith("application/json");
        assertThat(post.header("idempotency-key")).isEqualTo("key-1");
    }

    @Test
    void signatureCoversTimeAndBody() throws Exception {
        send();

        SmsPost post = gateway.posts().get(0);
        String timestamp = post.header("x-password-recovery-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((timestamp + "." + post.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(timestamp).isEqualTo(Long.toString(MovableClock.START.getEpochSecond()));
        assertThat(post.header("x-password-recovery-signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void acceptedIsAccepted(int status) {
        gateway.behave(Behaviour.status(status));

        assertThatCode(this::send).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void busyOrBrokenWebhookIsWorthAnotherTry(int status) {
        gateway.behave(Behaviour.status(status));

        assertThat(failure().isWorthAnotherTry()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 409, 413, 422})
    void refusalIsFinal(int status) {
        gateway.behave(Behaviour.status(status));

        assertThat(failure().isWorthAnotherTry()).isFalse();
        assertThat(gateway.posts()).hasSize(1);
    }

    @Test
    void hangingWebhookIsLeftInTimeAndTriedAgainWithTheSameKey() throws SmsException {
        gateway.behave(Behaviour.hang());
        long start = System.nanoTime();

        assertThat(failure().isWorthAnotherTry()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        send();

        assertThat(gateway.posts())
                .extracting(post -> post.header("idempotency-key"))
                .containsExactly("key-1", "key-1");
    }

    // The status says all; whoever waits for the end of the body can be kept for ever.
    @Test
    void slowDripHoldsNobodyUp() {
        gateway.behave(Behaviour.drip(200));
        long start = System.nanoTime();

        assertThatCode(this::send).doesNotThrowAnyException();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void slowDripOfHeadersIsLeftInTime() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            Thread dripping = DrippingHeaders.on(server);
            long start = System.nanoTime();

            SmsException failure = failure(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));

            assertThat(failure.isWorthAnotherTry()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            dripping.interrupt();
        }
    }

    @Test
    void refusedConnectionIsWorthAnotherTry() throws IOException {
        assertThat(failure(closedPort()).isWorthAnotherTry()).isTrue();
    }

    @Test
    void whatIsSaidOfAFailureHoldsNeitherNumberNorText() throws IOException {
        gateway.behave(Behaviour.status(400));

        assertThat(failure()).hasMessage("the webhook answered 400");
        assertThat(failure(closedPort())).hasMessage("the webhook did not answer");
        assertThat(MESSAGE.toString()).doesNotContain("+1201", "123456");
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }
    }

    private void send() throws SmsException {
        provider(gateway.url("/sms")).send(MESSAGE);
    }

    private SmsException failure() {
        return failure(gateway.url("/sms"));
    }

    private SmsException failure(URI url) {
        return catchThrowableOfType(SmsException.class, () -> provider(url).send(MESSAGE));
    }

    private HttpSmsProvider provider(URI url) {
        GatewayPost post = new GatewayPost(client, Duration.ofSeconds(1));
        return new HttpSmsProvider(url, () -> SECRET, post, new MovableClock());
    }
}
