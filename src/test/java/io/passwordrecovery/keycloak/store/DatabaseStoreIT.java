// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.Stateless;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's store in the database, which does everything within the caller's transaction: feature {@code stateless}. */
@CountedByTheHour
class DatabaseStoreIT extends SingleUseStoreContracts {
    static final int WORKERS = 6;
    /** As few as docs/operating.md allows: each thread holds one and may need another for the store. */
    static final int CONNECTIONS = WORKERS + 4 + 1;

    static KeycloakServer keycloak;
    static TestRealm realm;

    @BeforeAll
    static void start() {
        keycloak = Stateless.startOrSkip("--http-pool-max-threads=" + WORKERS, "--db-pool-max-size=" + CONNECTIONS);
        realm = TestRealm.create(keycloak);
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            realm.close();
            keycloak.close();
        }
    }

    @Override
    TestRealm realm() {
        return realm;
    }

    @Test
    void wholeJourneyRunsOnIt() {
        realm.configure(Map.of("cooldown", "0"));
        TestUser alice = realm.user("alice")
                .email("alice@example.test")
                .password("Old-Pa55w0rd")
                .create();
        realm.api().reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);

        int wrong = realm.api().confirm(APP, "alice", "0000000", "New-Pa55w0rd").status();
        int right = realm.api().confirm(APP, "alice", code, "New-Pa55w0rd").status();

        assertThat(wrong).isEqualTo(400);
        assertThat(right).isEqualTo(200);
        assertThat(realm.canSignIn(alice, "New-Pa55w0rd")).isTrue();
    }

    /** The formula is in docs/operating.md. */
    @Test
    void oneNetworkThatMakesUpNamesLeavesABoundedNumberOfEntries() {
        try (TestRealm flooded = TestRealm.create(keycloak)) {
            flooded.configure(Map.of("codes-per-ip-hour", "10", "confirmations-per-ip-hour", "40"));
            int admitted = 8 * 10 + 40 + 4;

            int before = new RemoteStore(flooded).entries();
            flood(flooded.api().from("192.0.2.66"), 50);
            int entries = new RemoteStore(flooded).entries() - before;
            flood(flooded.api().from("192.0.2.66"), 30);

            assertThat(entries).isBetween(10 + 40, admitted);
            assertThat(new RemoteStore(flooded).entries() - before).isEqualTo(entries);
        }
    }

    @Test
    void callsBeyondTheLimitsAreNotRememberedForARetry() {
        try (TestRealm flooded = TestRealm.create(keycloak)) {
            flooded.configure(Map.of("codes-per-ip-hour", "5", "confirmations-per-ip-hour", "5"));

            floodWithIds(CognitoApi.of(flooded), 5);
            int entries = new RemoteStore(flooded).entries();
            floodWithIds(CognitoApi.of(flooded), 20);

            assertThat(new RemoteStore(flooded).entries()).isEqualTo(entries);
        }
    }

    @Test
    void manyRequestsWithFewConnectionsAreAllAnswered() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
        int users = 5 * WORKERS;
        for (int i = 0; i < users; i++) {
            realm.user("crowd" + i).email("crowd" + i + "@example.test").create();
        }
        // Whether the store counts is tried by the first call; the others are told to come back meanwhile.
        realm.api().reset(APP, "nobody");

        List<Integer> asked =
                Crowd.of(users, i -> realm.api().reset(APP, "crowd" + i).status());
        List<String> codes = IntStream.range(0, users)
                .mapToObj(i -> realm.inbox().codeFor("crowd" + i + "@example.test"))
                .toList();
        List<Integer> confirmed = Crowd.of(
                users,
                i -> realm.api()
                        .confirm(APP, "crowd" + i, codes.get(i), "New-Pa55w0rd")
                        .status());

        assertThat(asked).containsOnly(200);
        assertThat(confirmed).containsOnly(200);
    }

    private static void floodWithIds(CognitoApi stranger, int calls) {
        for (int i = 0; i < calls; i++) {
            CognitoApi call =
                    stranger.with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());
            call.forgotPassword("made-up-" + UUID.randomUUID());
            call.confirmForgotPassword("made-up-" + UUID.randomUUID(), "000000", "New-Pa55w0rd");
        }
    }

    private static void flood(RestApi stranger, int calls) {
        for (int i = 0; i < calls; i++) {
            stranger.reset(APP, "made-up-" + UUID.randomUUID());
            stranger.confirm(APP, "made-up-" + UUID.randomUUID(), "000000", "New-Pa55w0rd");
        }
    }

    @Test
    void fifthWrongGuessIsTheLast() {
        realm.configure(Map.of("cooldown", "0"));
        TestUser bob = realm.user("bob").email("bob@example.test").create();
        realm.api().reset(APP, "bob");
        String code = realm.inbox().codeFor(bob);

        IntStream.range(0, 5).forEach(i -> realm.api().confirm(APP, "bob", "0000000", "New-Pa55w0rd"));

        assertThat(realm.api().confirm(APP, "bob", code, "New-Pa55w0rd").status())
                .isEqualTo(429);
    }
}
