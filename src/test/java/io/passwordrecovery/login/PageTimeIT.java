// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.representations.idm.RealmRepresentation;

import io.passwordrecovery.testkit.Odds;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.ColdUsers;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The time that a page takes says nothing of the account, cold or not; measured and bounded as for the API. */
@Isolated("measures time")
class PageTimeIT {
    private static final int PAIRS = 200;

    // Imported with the realm: in the database, and in no cache.
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), PageTimeIT::withUsers);

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void warmServer() {
        realm.resetByCode();
        realm.configure(
                Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000"));
        realm.inbox().hold();
        for (int i = 0; i < PAIRS; i++) {
            timeOfSubmission(codePage("warm" + i), Map.of("code", "0000000"));
        }
    }

    @AfterAll
    static void letGo() {
        realm.inbox().release();
    }

    @Test
    void submittedNameTakesAsLongWhetherOrNotThereIsSuchAUser() {
        assertThat(Odds.ofFirstLook(name -> timeOfSubmission(namePage(), Map.of("username", name)), 0, PAIRS))
                .isBetween(0.36, 0.64);
    }

    @Test
    void wrongCodeTakesAsLongWhetherOrNotThereIsSuchAUser() {
        assertThat(Odds.ofFirstLook(
                        name -> timeOfSubmission(codePage(name), Map.of("code", "0000000")), PAIRS, 2 * PAIRS))
                .isBetween(0.36, 0.64);
    }

    private static FormClient codePage(String name) {
        return namePage().submit(Map.of("username", name));
    }

    private static FormClient namePage() {
        return new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
    }

    private static long timeOfSubmission(FormClient page, Map<String, String> fields) {
        long start = System.nanoTime();
        page.submit(fields);
        return System.nanoTime() - start;
    }

    private static void withUsers(RealmRepresentation realm) {
        realm.setUsers(ColdUsers.numbered(0, 2 * PAIRS));
    }
}
