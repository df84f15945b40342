// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** An application's server asks for all of its users from one address, and may tell theirs: over REST and Cognito's wire. */
@CountedByTheHour
class BackendIT {
    static final String SECRET = "the backend's secret";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi rest = realm.api().as("backend", SECRET);
    static final CognitoApi cognito = CognitoApi.of(realm);

    @BeforeAll
    static void backend() {
        realm.confidentialClient("backend", SECRET);
    }

    @BeforeEach
    void twoCodesForEachNetwork() {
        realm.configure(Map.of("codes-per-ip-hour", "2", "confirmations-per-ip-hour", "2", "cooldown", "0"));
    }

    @Test
    void usersOfABackendAreLimitedEachUnderTheirOwnAddress() {
        RestApi there = rest.from("198.51.100.10");

        List<Integer> oneUser = IntStream.range(0, 3)
                .mapToObj(i -> reset(there, "one" + i, "192.0.2.10").status())
                .toList();
        List<Integer> others = IntStream.range(0, 3)
                .mapToObj(i -> reset(there, "other" + i, "192.0.2.1" + (i + 1)).status())
                .toList();
        List<Integer> guesses = IntStream.range(0, 3)
                .mapToObj(i -> confirm(there, "one" + i, "192.0.2.10").status())
                .toList();

        assertThat(oneUser).containsExactly(200, 200, 429);
        assertThat(others).containsOnly(200);
        assertThat(guesses).containsExactly(400, 400, 429);
        assertThat(confirm(there, "other", "192.0.2.11").status()).isEqualTo(400);
    }

    @Test
    void soTheyAreOnCognitosWire() {
        CognitoApi there = cognito.with("X-Forwarded-For", "198.51.100.20");

        List<Integer> oneUser = IntStream.range(0, 3)
                .mapToObj(i -> forgotPassword(there, "wire" + i, "2001:db8:7:7::" + (i + 1))
                        .status())
                .toList();

        assertThat(oneUser).containsExactly(200, 200, 400);
        assertThat(forgotPassword(there, "wire9", "2001:db8:7:8::1").status()).isEqualTo(200);
    }

    @Test
    void leakedSecretIsBoundedWhateverAddressesAreTold() {
        realm.configure(Map.of("codes-per-client-hour", "6", "confirmations-per-client-hour", "4"));
        realm.confidentialClient("leaked", SECRET);
        RestApi thief = realm.api().as("leaked", SECRET);

        List<Answer> codes = IntStream.range(0, 8)
                .mapToObj(i -> thief.post("reset", on("leaked", "loot" + i, "203.0.113." + i)))
                .toList();
        List<Answer> guesses = IntStream.range(0, 6)
                .mapToObj(i -> thief.post("reset/confirm", guess("leaked", "loot" + i, "203.0.113.1" + i)))
                .toList();

        assertThat(codes.stream().map(Answer::status)).containsExactly(200, 200, 200, 200, 200, 200, 429, 429);
        assertThat(guesses.stream().map(Answer::status)).containsExactly(400, 400, 400, 400, 429, 429);
        assertThat(codes.get(7).header("Retry-After")).isPresent();
    }

    @Test
    void publicClientTellsNoAddress() {
        Answer refused = realm.api().post("reset", on(APP, "alice", "192.0.2.30"));
        CognitoApi there = cognito.with("X-Forwarded-For", "198.51.100.30");
        List<Integer> ignored = IntStream.range(0, 3)
                .mapToObj(i -> there.forgotPassword(Map.of(
                                "ClientId",
                                APP,
                                "Username",
                                "public" + i,
                                "UserContextData",
                                Map.of("IpAddress", "192.0.2.3" + i)))
                        .status())
                .toList();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InvalidParameterException");
        assertThat(refused.json().path("detail").asText()).contains("userIpAddress", "confidential");
        assertThat(ignored).containsExactly(200, 200, 400);
    }

    @Test
    void whoHasNotProvenToBeTheClientTellsNoAddress() {
        Answer refused = realm.api().as("backend", "wrong").post("reset", on("backend", "alice", "192.0.2.40"));

        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String address : List.of("unknown", "localhost", "192.0.2.1:80", "[::1]", "fe80::1%eth0", "192.0.2.999")) {
            Answer refused = reset(rest, "alice", address);

            assertThat(refused.status()).as(address).isEqualTo(400);
            assertThat(refused.json().path("detail").asText())
                    .isEqualTo("userIpAddress: must be an IPv4 or IPv6 address");
            assertThat(forgotPassword(cognito, "alice", address).header("x-amzn-ErrorType"))
                    .hasValue("InvalidParameterException");
        }
    }

    @Test
    void eventTellsBothAddresses() {
        TestUser bob = realm.user("bob").email("bob@example.test").create();

        reset(rest.from("198.51.100.50"), "bob", "192.0.2.50");
        realm.inbox().codeFor(bob);

        assertThat(realm.events(EventType.SEND_RESET_PASSWORD)).anySatisfy(event -> {
            assertThat(event.getUserId()).isEqualTo(bob.id());
            assertThat(event.getIpAddress()).isEqualTo("192.0.2.50");
            assertThat(event.getDetails()).containsEntry("backend_ip_address", "198.51.100.50");
        });
    }

    private static Answer reset(RestApi backend, String username, String address) {
        return backend.post("reset", on("backend", username, address));
    }

    private static Answer confirm(RestApi backend, String username, String address) {
        return backend.post("reset/confirm", guess("backend", username, address));
    }

    private static Map<String, String> on(String clientId, String username, String address) {
        return Map.of("clientId", clientId, "username", username, "userIpAddress", address);
    }

    private static Map<String, String> guess(String clientId, String username, String address) {
        Map<String, String> body = new LinkedHashMap<>(on(clientId, username, address));
        body.put("confirmationCode", "0000000");
        body.put("newPassword", "New-Pa55w0rd");
        return body;
    }

    private static Answer forgotPassword(CognitoApi api, String username, String address) {
        return api.forgotPassword(Map.of(
                "ClientId",
                "backend",
                "Username",
                username,
                "SecretHash",
                SecretHash.of(SECRET, username, "backend"),
                "UserContextData",
                Map.of("IpAddress", address)));
    }
}
