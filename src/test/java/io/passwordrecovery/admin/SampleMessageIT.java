// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.mail.BadMailServer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.SmsGateway.Behaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator tries the realm's mail server and gateway by writing to themselves, and to nobody else. */
class SampleMessageIT {
    static final String NUMBER = "+12015550170";

    @Test
    void mailIsTheOneThatUsersGetWithACodeThatOpensNothing() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            TestUser admin = administrator(realm);

            Answer answer = AdminApi.of(realm, admin, "manage-realm").post("test-message", Map.of("medium", "EMAIL"));

            assertThat(answer.body())
                    .isEqualTo("{\"accepted\":true,\"deliveryMedium\":\"EMAIL\",\"destination\":\"a***@e***\","
                            + "\"answer\":\"accepted\"}");
            assertThat(realm.inbox().codeFor(admin)).isEqualTo("000000");
        }
    }

    @Test
    void whatTheMailServerSaysIsShownWithoutTheAddress() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared());
                BadMailServer server =
                        BadMailServer.open(realm.keycloak().inboxAddress(), BadMailServer.Manner.REFUSES)) {
            realm.change(r -> r.getSmtpServer().put("port", Integer.toString(server.port())));

            Answer answer = AdminApi.of(realm, administrator(realm), "manage-realm")
                    .post("test-message", Map.of("medium", "EMAIL"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("accepted").asBoolean()).isFalse();
            assertThat(answer.json().path("answer").asText()).isEqualTo("SMTP reply 550");
            assertThat(answer.body()).doesNotContain("admin@example.test");
        }
    }

    @Test
    void wishesInAFormAreRefused() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            Answer form = AdminApi.of(realm, administrator(realm), "manage-realm")
                    .send("POST", "test-message", "application/x-www-form-urlencoded", "{\"medium\":\"EMAIL\"}");

            assertThat(form.status()).isEqualTo(415);
            assertThat(realm.inbox().arrived()).isZero();
        }
    }

    @Test
    void whatTheGatewaySaysIsShown() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            realm.withPhones(Map.of("cooldown", "0"));
            AdminApi admin = AdminApi.of(realm, administrator(realm), "manage-realm");
            realm.texts().gatewayBehaves(Behaviour.status(401));

            Answer refused = admin.post("test-message", Map.of("medium", "SMS"));
            Answer taken = admin.post("test-message", Map.of("medium", "SMS"));

            assertThat(refused.json().path("answer").asText())
                    .isEqualTo("the gateway refused: the webhook answered 401");
            assertThat(refused.body()).doesNotContain(NUMBER);
            assertThat(taken.json().path("accepted").asBoolean()).isTrue();
            assertThat(taken.json().path("destination").asText()).isEqualTo("+*******0170");
            assertThat(realm.texts().all())
                    .hasSize(2)
                    .allSatisfy(post -> assertThat(post.body()).contains(NUMBER).contains("#000000"));
        }
    }

    @Test
    void capsOnTextMessagesAndTheCooldownHold() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            realm.withPhones(Map.of("cooldown", "0", "sms-per-day", "1"));
            AdminApi admin = AdminApi.of(realm, administrator(realm), "manage-realm");
            admin.post("test-message", Map.of("medium", "SMS"));

            Answer capped = admin.post("test-message", Map.of("medium", "SMS"));

            assertThat(capped.status()).isEqualTo(429);
            assertThat(realm.texts().all()).hasSize(1);
            realm.withPhones(Map.of());
            assertThat(admin.post("test-message", Map.of("medium", "EMAIL")).status())
                    .as("the first")
                    .isEqualTo(200);
            Answer tooSoon = admin.post("test-message", Map.of("medium", "EMAIL"));
            assertThat(tooSoon.status()).isEqualTo(429);
            assertThat(tooSoon.header("Retry-After")).isPresent();
        }
    }

    @Test
    void numberThatNobodyHasProvenIsNotWrittenTo() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            realm.withPhones(Map.of());
            TestUser unproven = realm.user("unproven")
                    .attribute("phoneNumber", NUMBER)
                    .password(AdminApi.PASSWORD)
                    .create();
            AdminApi admin = AdminApi.of(realm, unproven, "manage-realm");

            assertThat(admin.post("test-message", Map.of("medium", "SMS")).error())
                    .isEqualTo("no_address");
            assertThat(admin.post("test-message", Map.of("medium", "EMAIL")).error())
                    .isEqualTo("no_address");
            assertThat(admin.post("test-message", Map.of("medium", "PIGEON")).status())
                    .isEqualTo(400);
            assertThat(admin.post("test-message", Map.of("medium", "SMS", "to", "+12015550199"))
                            .status())
                    .isEqualTo(409);
            assertThat(realm.texts().all()).isEmpty();
        }
    }

    @Test
    void whoeverMayNotManageTheRealmSendsNothing() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared());
                TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            Map<String, String> body = Map.of("medium", "EMAIL");
            AdminApi viewer = AdminApi.of(realm, administrator(realm), "view-realm", "manage-users");
            AdminApi stranger =
                    AdminApi.of(other, administrator(other), "manage-realm").at(realm);

            assertThat(viewer.post("test-message", body).status()).isEqualTo(403);
            assertThat(stranger.post("test-message", body).status()).isEqualTo(403);
            assertThat(new AdminApi(realm, "").post("test-message", body).status())
                    .isEqualTo(401);
        }
    }

    private static TestUser administrator(TestRealm realm) {
        return realm.user("admin")
                .email("admin@example.test")
                .phone(NUMBER)
                .password(AdminApi.PASSWORD)
                .create();
    }
}
