// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Mail goes out after the answer, and survives a mail server's bad moments. */
class DeliveryIT {
    static final String OLD = "Old-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @Test
    void mailThatIsRefusedThriceArrivesOnce() {
        TestUser alice = user(realm, "alice");
        int before = realm.inbox().refused();
        realm.inbox().refuseNext(3);

        realm.api().reset(APP, "alice");

        realm.inbox().codeFor(alice);
        assertThat(realm.inbox().refused()).isEqualTo(before + 3);
        realm.inbox().expectNoMailFor(alice.email(), Duration.ofSeconds(1));
        assertThat(keycloak.metrics())
                .contains("password_recovery_deliveries_total{medium=\"email\",message=\"code\",outcome=\"failed\"}");
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
    void codeThatWasFollowedByAnotherIsNotMailedAnyMore() {
        TestUser dave = user(realm, "dave");
        realm.configure(Map.of("cooldown", "0"));
        int refused = realm.inbox().refused();
        realm.inbox().refuseNext(1);
        realm.api().reset(APP, "dave");
        await("the first mail was refused").until(() -> realm.inbox().refused() > refused);

        realm.api().reset(APP, "dave");

        String code = realm.inbox().codeFor(dave);
        await("the first code has had its turn")
                .until(
                        () -> keycloak.metrics()
                                .contains(
                                        "password_recovery_deliveries_total{medium=\"email\",message=\"code\",outcome=\"superseded\"}"));
        assertThat(realm.inbox().count(dave.email())).isEqualTo(1);
        assertThat(realm.api().confirm(APP, "dave", code, "New-Pa55w0rd").status())
                .isEqualTo(200);
    }

    @Test
    void codeThatCannotBeDeliveredLeavesAnEvent() {
        try (TestRealm withoutMail = TestRealm.create(keycloak, r -> r.setSmtpServer(Map.of()))) {
            TestUser carol = user(withoutMail, "carol");

            withoutMail.api().reset(APP, "carol");

            await("the failure is in the events")
                    .until(() -> withoutMail.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                            .anyMatch(event -> carol.id().equals(event.getUserId())
                                    && "email_send_failed".equals(event.getError())));
        }
    }

    @Test
    void codeOfAnApplicationLeadsToItsOwnPage() {
        TestUser frank = user(realm, "frank");
        realm.client("shop", client -> {
            client.setName("The Shop");
            client.setAttributes(Map.of("password-recovery.reset-url", "https://shop.example.test/new-password"));
        });

        realm.api().reset("shop", "frank");

        Mail mail = realm.inbox().awaitMail(frank.email());
        assertThat(mail.text())
                .contains("https://shop.example.test/new-password", "your account at The Shop")
                .doesNotContain("browser in which");
        assertThat(mail.html()).contains("href=\"https://shop.example.test/new-password\"");
    }

    @Test
    void codeOfAnApplicationLeadsNowhereItMayNotSendUsersTo() {
        TestUser grace = user(realm, "grace");
        realm.client(
                "stall",
                client -> client.setAttributes(
                        Map.of("password-recovery.reset-url", "https://elsewhere.example.test/new-password")));

        realm.api().reset("stall", "grace");

        assertThat(realm.inbox().awaitMail(grace.email()).text()).doesNotContain("http");
    }

    private static TestUser user(TestRealm in, String name) {
        return in.user(name).email(name + "@example.test").password(OLD).create();
    }
}
