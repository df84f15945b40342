// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A stranger who guesses at no code, or at everybody's: it costs their own network, and nobody else. */
@CountedByTheHour
class FloodIT {
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi stranger = realm.api().from("192.0.2.66");

    @Test
    void guessesAtNoCodeAreNobodysFailures() {
        realm.configure(Map.of("failures-per-account", "5"));
        TestUser alice = user("alice");

        IntStream.range(0, 12).forEach(i -> stranger.confirm(APP, i % 2 == 0 ? "alice" : alice.email(), "000000", NEW));
        realm.api().reset(APP, alice.email());
        String code = realm.inbox().codeFor(alice);

        assertThat(realm.api().confirm(APP, alice.email(), code, NEW).status()).isEqualTo(200);
    }

    @Test
    void guessesAtNoCodeAreAlwaysWrongAndNeverTooMany() {
        realm.configure(Map.of());
        user("bob");

        for (String name : new String[] {"bob", "bob@example.test", "nobody"}) {
            assertThat(IntStream.range(0, 8)
                            .mapToObj(i ->
                                    stranger.confirm(APP, name, "000000", NEW).error()))
                    .containsOnly("CodeMismatchException");
        }
    }

    @Test
    void networkHasItsConfirmationsWhateverNamesItTries() {
        realm.configure(Map.of("confirmations-per-ip-hour", "3"));
        user("carol");
        RestApi there = realm.api().from("192.0.2.67");

        IntStream.range(0, 3).forEach(i -> there.confirm(APP, "fresh-" + i, "000000", NEW));
        Answer known = there.confirm(APP, "carol", "000000", NEW);
        Answer unknown = there.confirm(APP, "nobody", "000000", NEW);

        assertThat(known.status()).isEqualTo(429);
        assertThat(known.error()).isEqualTo("LimitExceededException");
        assertThat(Long.parseLong(known.header("Retry-After").orElseThrow())).isBetween(1L, 3600L);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(realm.api()
                        .from("192.0.2.68")
                        .confirm(APP, "carol", "000000", NEW)
                        .status())
                .isEqualTo(400);
    }

    private static TestUser user(String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password("Old-Pa55w0rd")
                .create();
    }
}
