// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.representations.idm.RealmRepresentation;

import io.passwordrecovery.testkit.Odds;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.ColdUsers;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time of an answer says nothing of the account, also where nobody has looked it up since the server's start.
 *
 * <p>Measured as an attacker would: how often an existing name takes longer than an unknown one (AUC; a half says
 * nothing). The bounds are far apart, for a machine that does other things meanwhile; the last test shows that they are
 * narrow enough to see a look-up.
 */
@Isolated("measures time")
class AnswerTimeIT {
    private static final int PAIRS = 300;
    private static final Map<String, String> WIDE =
            Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000");

    // Imported with the realm: in the database, and in no cache.
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), AnswerTimeIT::withUsers);

    static final RestApi api = realm.api();

    @BeforeAll
    static void warmServer() {
        realm.configure(WIDE);
        // The mail server answers nobody: an answer that waited for it would stand out.
        realm.inbox().hold();
        for (int i = 0; i < PAIRS; i++) {
            api.reset(APP, "warm" + i);
            confirm("warm" + i);
        }
    }

    @AfterAll
    static void letGo() {
        realm.inbox().release();
    }

    @Test
    void requestTakesAsLongForAnUnknownName() {
        assertThat(chanceToTell(name -> api.reset(APP, name), 0)).isBetween(0.4, 0.6);
    }

    @Test
    void wrongCodeTakesAsLongForAnUnknownName() {
        assertThat(chanceToTell(AnswerTimeIT::confirm, PAIRS)).isBetween(0.4, 0.6);
    }

    @Test
    void secondNameOfAnAccountTakesAsLongAsAnUnknownOne() {
        for (int i = 3 * PAIRS; i < 4 * PAIRS; i++) {
            api.reset(APP, "known" + i);
            api.reset(APP, "nobody" + i);
        }

        assertThat(chanceToTell(name -> api.reset(APP, name + "@example.test"), 3 * PAIRS))
                .isBetween(0.4, 0.6);
    }

    // The control: where letters of the account's own address are shown, the account is looked up before the answer.
    @Test
    void lookUpBeforeTheAnswerWouldBeSeen() {
        Map<String, String> masked = new HashMap<>(WIDE);
        masked.put("show-destination", "masked");
        realm.configure(masked);
        try {
            assertThat(chanceToTell(name -> api.reset(APP, name), 2 * PAIRS))
                    .as("chance to tell")
                    .isGreaterThan(0.6);
        } finally {
            realm.configure(WIDE);
        }
    }

    private static void confirm(String name) {
        api.confirm(APP, name, "0000000", "New-Pa55w0rd");
    }

    private static double chanceToTell(Consumer<String> call, int from) {
        return Odds.ofFirstLook(name -> time(call, name), from, from + PAIRS);
    }

    private static long time(Consumer<String> call, String name) {
        long start = System.nanoTime();
        call.accept(name);
        return System.nanoTime() - start;
    }

    private static void withUsers(RealmRepresentation realm) {
        realm.setUsers(ColdUsers.numbered(0, 4 * PAIRS));
    }
}
