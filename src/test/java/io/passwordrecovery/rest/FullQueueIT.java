// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node whose mail waits for the mail server: it takes no more than it can keep, and keeps what it took when it stops. */
class FullQueueIT {
    @Test
    void fullQueueRefusesEverybodyAlikeAndAStoppingServerStillDelivers() {
        try (KeycloakServer own = KeycloakServer.start("--spi-password-recovery--default--queue-capacity=2")) {
            // Not closed: its server is gone by then.
            TestRealm there = TestRealm.create(own);
            List<TestUser> users = Stream.of("dave", "erin", "frank")
                    .map(name -> there.user(name).email(name + "@example.test").create())
                    .toList();
            there.inbox().hold();
            there.api().reset(APP, "dave");
            there.api().reset(APP, "erin");

            Answer full = there.api().reset(APP, "frank");
            Answer fullForNobody = there.api().reset(APP, "nobody");

            assertThat(full.status()).isEqualTo(503);
            assertThat(full.error()).isEqualTo("ServiceUnavailable");
            assertThat(full.header("Retry-After")).hasValue("5");
            assertThat(fullForNobody.body()).isEqualTo(full.body());
            Thread stopping = new Thread(own::close);
            stopping.start();
            await("the server is stopping").until(() -> own.log().contains("2 messages wait for delivery"));
            there.inbox().release();
            there.inbox().codeFor(users.get(0));
            there.inbox().codeFor(users.get(1));
            assertThat(there.inbox().count(users.get(2).email())).isZero();
        }
    }
}
