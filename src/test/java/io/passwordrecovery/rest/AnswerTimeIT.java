// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.Odds;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time of an answer says nothing of the account.
 *
 * <p>Measured as an attacker would: how often an existing name takes longer than an unknown one (AUC; a half says
 * nothing). The bounds are far apart, for a machine that does other things meanwhile, and far from what Keycloak's own
 * "Send Reset Email" has on loopback: 0.94.
 */
@Isolated("measures time")
class AnswerTimeIT {
    static final int NAMES = 60;
    static final int ROUNDS = 4;

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @BeforeAll
    static void users() {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "codes-per-account-hour", "1000"));
        realm.bruteForce(5, false);
        for (int i = 0; i < NAMES; i++) {
            realm.user("known" + i).email("known" + i + "@example.test").create();
        }
        // The mail server answers nobody: an answer that waited for it would stand out.
        realm.inbox().hold();
    }

    @AfterAll
    static void letGo() {
        realm.inbox().release();
    }

    @Test
    void requestTakesAsLongForAnUnknownName() {
        assertThat(chanceToTell(name -> api.reset(APP, name))).isBetween(0.2, 0.8);
    }

    @Test
    void confirmationTakesAsLongForAnUnknownName() {
        assertThat(chanceToTell(name -> api.confirm(APP, name, "0000000", "New-Pa55w0rd")))
                .isBetween(0.2, 0.8);
    }

    private static double chanceToTell(Consumer<String> call) {
        return Odds.of(name -> time(call, name), NAMES, ROUNDS);
    }

    private static long time(Consumer<String> call, String name) {
        long start = System.nanoTime();
        call.accept(name);
        return System.nanoTime() - start;
    }
}
