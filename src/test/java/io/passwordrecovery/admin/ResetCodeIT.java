// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.representations.idm.AdminEventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An administrator has a code sent to a user's own address, and never sees it (OWASP ASVS 5.0, 6.4.6). */
class ResetCodeIT {
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), r -> {
        r.setAdminEventsEnabled(true);
        r.setAdminEventsDetailsEnabled(true);
    });

    static AdminApi manager;

    @BeforeAll
    static void manager() {
        // Long codes, which are in no log by chance.
        realm.configure(Map.of("codes-per-account-hour", "2", "cooldown", "0", "code-length", "12"));
        manager = AdminApi.of(realm, "manager", "manage-users");
    }

    @Test
    void codeGoesToTheUserAloneWhoSetsANewPasswordWithIt() {
        TestUser alice = user("alice");

        Answer answer = send(alice, Map.of("clientId", APP));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"deliveryMedium\":\"EMAIL\",\"destination\":\"a***@e***\",\"mustChange\":false}");
        String code = realm.inbox().codeFor(alice);
        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD))
                .anySatisfy(event -> {
                    assertThat(event.getUserId()).isEqualTo(alice.id());
                    assertThat(event.getClientId()).isEqualTo(APP);
                }));
        AdminEventRepresentation noted = adminEvent(alice);
        assertThat(noted.getOperationType()).isEqualTo(OperationType.ACTION.name());
        assertThat(noted.getRepresentation()).isEqualTo(answer.body()).doesNotContain(code);
        assertThat(realm.keycloak().log()).doesNotContain(code);
        assertThat(realm.api()
                        .from("192.0.2.77")
                        .confirm(APP, "alice", code, NEW)
                        .status())
                .as("from wherever the user is")
                .isEqualTo(200);
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
    }

    @Test
    void userWhoMustChangeIsAskedAtTheNextSignInUntilTheCodeIsUsed() {
        TestUser bob = user("bob");

        Answer answer = send(bob, Map.of("mustChange", true));

        assertThat(answer.json().path("mustChange").asBoolean()).isTrue();
        assertThat(bob.resource().toRepresentation().getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        assertThat(realm.canSignIn(bob, bob.password())).isFalse();
        realm.api().confirm(APP, "bob", realm.inbox().codeFor(bob), NEW);
        assertThat(bob.resource().toRepresentation().getRequiredActions()).isEmpty();
        assertThat(realm.canSignIn(bob, NEW)).isTrue();
    }

    @Test
    void itIsSaidWhyNothingIsSent() {
        TestUser nowhere = realm.user("nowhere").password(AdminApi.PASSWORD).create();
        TestUser disabled =
                realm.user("disabled").email("d@example.test").disabled().create();

        assertThat(send(nowhere, Map.of()).error()).isEqualTo("no_address");
        assertThat(send(disabled, Map.of("mustChange", true)).status()).isEqualTo(409);
        assertThat(disabled.resource().toRepresentation().getRequiredActions())
                .as("nothing was sent, nothing is changed")
                .isEmpty();
        realm.inbox().expectNoMailFor("d@example.test", Duration.ofSeconds(1));
    }

    @Test
    void limitsOfTheUsersOwnRequestsHold() {
        TestUser carol = user("carol");

        assertThat(send(carol, Map.of()).status()).isEqualTo(200);
        assertThat(send(carol, Map.of()).status()).isEqualTo(200);

        Answer third = send(carol, Map.of());
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isPresent();
    }

    // Else a "mustChange" that Keycloak takes for a form's would be passed over.
    @Test
    void wishesInAFormAreRefused() {
        TestUser gail = user("gail");

        Answer form = manager.send(
                "POST",
                "users/" + gail.id() + "/reset-code",
                "application/x-www-form-urlencoded",
                "{\"mustChange\":true}");

        assertThat(form.status()).isEqualTo(415);
        assertThat(realm.mailsTo(gail.email())).isZero();
    }

    @Test
    void whereUsersCannotUseACodeNoneIsSent() {
        try (TestRealm off = TestRealm.create(KeycloakServer.shared(), r -> r.setResetPasswordAllowed(false))) {
            TestUser dave = off.user("dave").email("dave@example.test").create();

            Answer refused = AdminApi.of(off).post("users/" + dave.id() + "/reset-code", Map.of());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.error()).isEqualTo("not_enabled");
        }
    }

    @Test
    void whoeverMayNotManageUsersSendsNothing() {
        TestUser erin = user("erin");
        String path = "users/" + erin.id() + "/reset-code";
        AdminApi viewer = AdminApi.of(realm, "viewer", "view-realm", "view-users");
        AdminApi ofRealm = AdminApi.of(realm, "of-realm", "manage-realm");

        assertThat(viewer.post(path, Map.of()).status()).isEqualTo(403);
        assertThat(ofRealm.post(path, Map.of()).status()).isEqualTo(403);
        assertThat(new AdminApi(realm, "").post(path, Map.of()).status()).isEqualTo(401);
        assertThat(manager.post("users/no-such-id/reset-code", Map.of()).status())
                .isEqualTo(404);
        assertThat(ofRealm.post("users/no-such-id/reset-code", Map.of()).status())
                .isEqualTo(403);
        try (TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            AdminApi stranger = AdminApi.of(other, "manager", "manage-users").at(realm);
            assertThat(stranger.post(path, Map.of()).status()).isEqualTo(403);
        }
        realm.inbox().expectNoMailFor(erin.email(), Duration.ofSeconds(1));
    }

    @Test
    void bodyOfAnotherFormIsRefusedAndNothingIsSent() {
        TestUser frank = user("frank");

        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("mustChange", "yes"), Map.of("clientId", "no-such-client"), Map.of("clientId", 1))) {
            assertThat(send(frank, body).status()).isEqualTo(400);
        }
        realm.inbox().expectNoMailFor(frank.email(), Duration.ofSeconds(1));
    }

    private static Answer send(TestUser user, Map<String, ?> body) {
        return manager.post("users/" + user.id() + "/reset-code", body);
    }

    private static AdminEventRepresentation adminEvent(TestUser user) {
        return realm.resource().getAdminEvents().stream()
                .filter(event -> ("users/" + user.id() + "/reset-code").equals(event.getResourcePath()))
                .findFirst()
                .orElseThrow();
    }

    private static TestUser user(String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password(AdminApi.PASSWORD)
                .create();
    }
}
