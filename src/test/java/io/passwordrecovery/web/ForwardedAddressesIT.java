// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Proxies forward all kinds of things as the caller's address: everybody is served, and whoever has none shares one budget. */
@CountedByTheHour
class ForwardedAddressesIT {
    static final String NOBODY = "unknown";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    static String token = "";

    @BeforeAll
    static void pagesAndUser() {
        realm.resetByCode();
        TestUser alice = realm.user("alice")
                .email("alice@example.test")
                .password("Old-Pa55w0rd")
                .create();
        token = realm.tokenFor(alice);
    }

    @BeforeEach
    void noOtherLimits() {
        realm.configure(
                Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000"));
    }

    static Stream<Arguments> forwarded() {
        return Stream.of(
                Arguments.of(List.of("192.0.2.7"), "192.0.2.7"),
                Arguments.of(List.of("192.0.2.7:4711"), "192.0.2.7"),
                Arguments.of(List.of("192.0.2.7, 198.51.100.1"), "192.0.2.7"),
                Arguments.of(List.of("192.0.2.7", "198.51.100.1"), "192.0.2.7"),
                Arguments.of(List.of("2001:db8::7"), "2001:db8:0:0:0:0:0:7"),
                Arguments.of(List.of("[2001:db8::7]"), NOBODY),
                Arguments.of(List.of("[2001:db8::7]:4711"), NOBODY),
                Arguments.of(List.of("[::1]:4711"), NOBODY),
                Arguments.of(List.of("::ffff:192.0.2.7"), "0:0:0:0:0:ffff:c000:207"),
                Arguments.of(List.of("fe80::1%eth0"), NOBODY),
                Arguments.of(List.of("unknown"), NOBODY),
                Arguments.of(List.of("_hidden"), NOBODY),
                Arguments.of(List.of("proxy.example.test"), NOBODY),
                Arguments.of(List.of("localhost"), NOBODY),
                Arguments.of(List.of("unknown, 192.0.2.7"), NOBODY),
                Arguments.of(List.of("'; drop table users"), NOBODY),
                Arguments.of(List.of("x".repeat(200)), NOBODY),
                Arguments.of(List.of("999.999.999.999"), NOBODY));
    }

    @ParameterizedTest
    @MethodSource("forwarded")
    void everyDoorServesWhoeverComesByWay(List<String> values, String address) {
        String name = "n" + UUID.randomUUID();

        Answer reset = rest(values, "reset", Map.of("clientId", APP, "username", name));
        Answer confirm = rest(
                values,
                "reset/confirm",
                Map.of("clientId", APP, "username", name, "confirmationCode", "000000", "newPassword", "New-Pa55w0rd"));
        Answer update = rest(values, "update", Map.of("oldPassword", "wrong", "newPassword", "New-Pa55w0rd"));
        Answer forgot = cognito(values, "ForgotPassword", Map.of("ClientId", APP, "Username", "w" + name));
        Answer page = page(values, "p" + name);

        assertThat(reset.status()).isEqualTo(200);
        assertThat(confirm.status()).isEqualTo(400);
        assertThat(update.status()).isEqualTo(401);
        assertThat(update.error()).isEqualTo("NotAuthorizedException");
        assertThat(forgot.status()).isEqualTo(200);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("one-time-code");
        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                        .filter(event ->
                                event.getDetails().getOrDefault("username", "").endsWith(name))
                        .map(EventRepresentation::getIpAddress))
                .hasSize(3)
                .containsOnly(address));
    }

    // On pages it is too much for Keycloak's own step before the code, whose event does not fit into its table.
    @Test
    void apisServeWhoeverComesByWayOfALongName() {
        List<String> longName = List.of("x".repeat(2_000));

        Answer reset = rest(longName, "reset", Map.of("clientId", APP, "username", "h" + UUID.randomUUID()));
        Answer forgot =
                cognito(longName, "ForgotPassword", Map.of("ClientId", APP, "Username", "h" + UUID.randomUUID()));

        assertThat(reset.status()).isEqualTo(200);
        assertThat(forgot.status()).isEqualTo(200);
    }

    @Test
    void emptyHeaderIsRefusedByTheServerItselfAtEveryAddress() {
        Answer own = Http.send(HttpRequest.newBuilder(URI.create(realm.url())).header("X-Forwarded-For", ""));
        Answer reset = rest(List.of(""), "reset", Map.of("clientId", APP, "username", "nobody"));

        assertThat(own.status()).isEqualTo(400);
        assertThat(reset.status()).isEqualTo(400);
    }

    @Test
    void callersOfOneMappedNetworkAreOne() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "2"));

        List<Integer> statuses = Stream.of("198.51.100.7", "::ffff:198.51.100.7", "198.51.100.7:4711")
                .map(value -> rest(
                                List.of(value), "reset", Map.of("clientId", APP, "username", "m" + UUID.randomUUID()))
                        .status())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void whoeverHasNoAddressSharesOneBudget() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "4"));
        List<String> odd =
                List.of("unknown", "_hidden", "proxy.example.test", "x".repeat(200), "y".repeat(2_000), "[::1]:4711");

        List<Integer> statuses = IntStream.range(0, odd.size())
                .mapToObj(i -> rest(List.of(odd.get(i)), "reset", Map.of("clientId", APP, "username", "odd" + i))
                        .status())
                .toList();

        assertThat(statuses.get(5)).isEqualTo(429);
        assertThat(rest(List.of("192.0.2.77"), "reset", Map.of("clientId", APP, "username", "even"))
                        .status())
                .isEqualTo(200);
    }

    private static Answer rest(List<String> values, String path, Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.url() + "/password/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
        return send(request, values, body);
    }

    private static Answer cognito(List<String> values, String operation, Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm.url() + "/cognito"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation);
        return send(request, values, body);
    }

    private static Answer send(HttpRequest.Builder request, List<String> values, Map<String, String> body) {
        values.forEach(value -> request.header("X-Forwarded-For", value));
        return Http.send(request.POST(BodyPublishers.ofString(json(body))));
    }

    private static String json(Map<String, String> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Answer page(List<String> values, String username) {
        FormClient page = new FormClient();
        values.forEach(value -> page.with("X-Forwarded-For", value));
        return page.open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", username))
                .answer();
    }
}
