// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An administrator sees in one answer what is set, what is missing and what happened; nothing of any user. */
class StatusIT {
    static final String PASSWORD = AdminApi.PASSWORD;

    @Test
    void realmThatLacksNothingSaysSo() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            realm.resetByCode();
            realm.configure(Map.of("cooldown", "0"));

            JsonNode status =
                    AdminApi.of(realm, "viewer", "view-realm").get("status").json();

            assertThat(status.path("enabled").asBoolean()).isTrue();
            assertThat(status.path("ready").asBoolean()).isTrue();
            assertThat(status.path("resetFlow").path("alias").asText()).isEqualTo("reset by code");
            assertThat(status.path("resetFlow").path("asksForACode").asBoolean())
                    .isTrue();
            assertThat(status.path("settings").toString()).isEqualTo("{\"cooldown\":\"0\"}");
            assertThat(status.path("missing")).isEmpty();
            assertThat(status.path("server").path("missingApi")).isEmpty();
            assertThat(status.path("node").path("queueCapacity").asInt()).isEqualTo(1000);
        }
    }

    @Test
    void callsOfAdministratorsAreTimedAsAllOthers() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            AdminApi admin = AdminApi.of(realm, "administrator", "manage-realm", "view-realm");

            admin.get("status");
            admin.post("test-message", Map.of("medium", "PIGEON"));

            assertThat(realm.keycloak().metrics())
                    .containsPattern(counted("status", "ok"))
                    .containsPattern(counted("test_message", "invalid"));
        }
    }

    private static String counted(String operation, String outcome) {
        return "password_recovery_calls_seconds_count\\{door=\"admin\",operation=\"" + operation + "\",outcome=\""
                + outcome + "\".*} [1-9]";
    }

    @Test
    void whatIsMissingIsNamed() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            realm.change(StatusIT::withoutMailAndForgotPassword);
            realm.configure(Map.of("sms-gateway", "http"));
            realm.switchOff();

            JsonNode status = AdminApi.of(realm).get("status").json();

            assertThat(status.path("missing").findValuesAsText("what"))
                    .containsExactlyInAnyOrder(
                            "SWITCH", "FORGOT_PASSWORD", "RESET_FLOW", "MAIL_SERVER", "PHONE_ATTRIBUTES");
            assertThat(status.path("resetFlow").path("alias").asText()).isEqualTo("reset credentials");
        }
    }

    @Test
    void storedSettingsThatCannotBeReadAreNamedAndNoneIsQuoted() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared())) {
            // As Terraform and realm imports do it: by the call that checks nothing.
            store(
                    realm,
                    Map.of(
                            "code-length", "hunter2-4711",
                            "code-lenght", "hunter2-4712",
                            "allowed-clients", "${vault.hunter2-4713}",
                            "sms-gateway", "carrier-pigeon",
                            "max_auth_age", "300"));

            Answer answer = AdminApi.of(realm, "viewer", "view-realm").get("status");

            JsonNode status = answer.json();
            assertThat(status.path("invalidSettings").toString())
                    .isEqualTo("[{\"setting\":\"code-length\",\"accepted\":\"6 to 12 digits\",\"used\":\"6\"}]");
            assertThat(status.path("unknownSettings").toString()).isEqualTo("[\"code-lenght\"]");
            assertThat(texts(status, "SMS_GATEWAY"))
                    .singleElement()
                    .asString()
                    .contains("carrier-pigeon is not installed");
            assertThat(answer.body()).doesNotContain("hunter2");
        }
    }

    @Test
    void figuresOfTheLastDayAreNumbersOfThisRealmAlone() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared());
                TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            TestUser alice = realm.user("alice")
                    .email("alice@example.test")
                    .password(PASSWORD)
                    .create();
            AdminApi viewer = AdminApi.of(realm, "viewer", "view-realm");

            realm.api().reset(APP, "alice");
            String code = realm.inbox().codeFor(alice);
            realm.api().reset(APP, "alice");
            realm.api().confirm(APP, "alice", "0000000", "New-Pa55w0rd");
            realm.api().confirm(APP, "alice", code, "New-Pa55w0rd");

            await().untilAsserted(() -> {
                JsonNode figures = viewer.get("status").json().path("node").path("lastDay");
                assertThat(figures.path("codesIssued").asInt()).isEqualTo(1);
                assertThat(figures.path("throttled").asInt()).isEqualTo(1);
                assertThat(figures.path("refused").asInt()).isEqualTo(1);
                assertThat(figures.path("passwordsReset").asInt()).isEqualTo(1);
                // The code, and the notice.
                assertThat(figures.path("delivered").asInt()).isEqualTo(2);
            });
            JsonNode others =
                    AdminApi.of(other).get("status").json().path("node").path("lastDay");
            assertThat(others).allSatisfy(figure -> assertThat(figure.asInt()).isZero());
            assertThat(viewer.get("status").body()).doesNotContain("alice", alice.id(), code);
        }
    }

    @Test
    void whoeverMayNotViewTheRealmSeesNothing() {
        try (TestRealm realm = TestRealm.create(KeycloakServer.shared());
                TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            assertThat(AdminApi.of(realm, "nobody-special").get("status").status())
                    .isEqualTo(403);
            assertThat(AdminApi.of(realm, "of-users", "manage-users")
                            .get("status")
                            .status())
                    .isEqualTo(403);
            assertThat(AdminApi.of(other, "viewer", "view-realm")
                            .at(realm)
                            .get("status")
                            .status())
                    .isEqualTo(403);
            assertThat(new AdminApi(realm, "").get("status").status()).isEqualTo(401);
        }
    }

    private static List<String> texts(JsonNode status, String what) {
        return StreamSupport.stream(status.path("missing").spliterator(), false)
                .filter(lack -> lack.path("what").asText().equals(what))
                .map(lack -> lack.path("text").asText())
                .toList();
    }

    private static void withoutMailAndForgotPassword(RealmRepresentation realm) {
        realm.setSmtpServer(Map.of());
        realm.setResetPasswordAllowed(false);
    }

    private static void store(TestRealm realm, Map<String, String> settings) {
        RequiredActionProviderRepresentation action = realm.resource().flows().getRequiredAction("CHANGE_PASSWORD");
        action.setConfig(new HashMap<>(settings));
        realm.resource().flows().updateRequiredAction("CHANGE_PASSWORD", action);
    }
}
