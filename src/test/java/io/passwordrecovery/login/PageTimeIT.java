// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.Odds;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The time that a page takes says nothing of the account; measured and bounded as for the API. */
@Isolated("measures time")
class PageTimeIT {
    static final int NAMES = 20;
    static final int ROUNDS = 3;

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void users() {
        realm.resetByCode();
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "codes-per-account-hour", "1000"));
        for (int i = 0; i < NAMES; i++) {
            realm.user("known" + i).email("known" + i + "@example.test").create();
        }
        realm.inbox().hold();
    }

    @AfterAll
    static void letGo() {
        realm.inbox().release();
    }

    @Test
    void submittedNameTakesAsLongWhetherOrNotThereIsSuchAUser() {
        assertThat(Odds.of(name -> timeOfSubmission(chooseUser(), Map.of("username", name)), NAMES, ROUNDS))
                .isBetween(0.2, 0.8);
    }

    @Test
    void wrongCodeTakesAsLongWhetherOrNotThereIsSuchAUser() {
        assertThat(Odds.of(
                        name -> timeOfSubmission(
                                chooseUser().submit(Map.of("username", name)), Map.of("code", "0000000")),
                        NAMES,
                        ROUNDS))
                .isBetween(0.2, 0.8);
    }

    private static FormClient chooseUser() {
        return new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
    }

    private static long timeOfSubmission(FormClient page, Map<String, String> fields) {
        long start = System.nanoTime();
        page.submit(fields);
        return System.nanoTime() - start;
    }
}
