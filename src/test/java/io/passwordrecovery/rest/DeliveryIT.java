// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Mail goes out after the answer, and survives a mail server's bad moments. */
@Isolated("moves the clock")
class DeliveryIT {
    static final String OLD = "Old-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @Test
    void mailThatIsRefusedThriceArrivesOnce() {
        TestUser alice = user(realm, "alice");
        realm.inbox().refuseNext(3);

        realm.api().reset(APP, "alice");

        realm.inbox().codeFor(alice);
        assertThat(realm.inbox().refused()).isEqualTo(3);
        realm.inbox().expectNoMailFor(alice.email(), Duration.ofSeconds(1));
        assertThat(keycloak.metrics())
                .contains("password_recovery_deliveries_total{message=\"codemessage\",outcome=\"failed\"}");
    }

    @Test
    void answerDoesNotWaitForTheMailServer() {
        TestUser bob = user(realm, "bob");
        realm.inbox().hold();

        Answer answered = realm.api().reset(APP, "bob");
        int arrived = realm.inbox().count(bob.email());
        realm.inbox().release();

        assertThat(answered.status()).isEqualTo(200);
        assertThat(arrived).isZero();
        realm.inbox().codeFor(bob);
    }

    @Test
    void codeThatCannotBeDeliveredLeavesAnEvent() {
        try (TestRealm withoutMail = TestRealm.create(keycloak, r -> r.setSmtpServer(Map.of()))) {
            TestUser carol = user(withoutMail, "carol");
            withoutMail.configure(Map.of("code-lifetime", "60"));

            withoutMail.api().reset(APP, "carol");
            keycloak.advance(Duration.ofMinutes(1));

            await("the failure is in the events")
                    .until(() -> withoutMail.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                            .anyMatch(event -> carol.id().equals(event.getUserId())
                                    && "email_send_failed".equals(event.getError())));
        } finally {
            keycloak.resetClock();
        }
    }

    private static TestUser user(TestRealm in, String name) {
        return in.user(name).email(name + "@example.test").password(OLD).create();
    }
}
