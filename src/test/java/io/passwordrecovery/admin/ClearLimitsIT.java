// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.admin.OperationType;
import org.keycloak.representations.idm.AdminEventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A user whom somebody's guesses keep out is let in again by an administrator, and by nobody else. */
class ClearLimitsIT {
    static final String PASSWORD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), r -> {
        r.setAdminEventsEnabled(true);
        r.setAdminEventsDetailsEnabled(true);
    });

    static final RestApi api = realm.api();

    @BeforeAll
    static void fewFailures() {
        realm.configure(Map.of("cooldown", "0", "failures-per-account", "5", "codes-per-account-hour", "2"));
    }

    @Test
    void administratorClearsWhatIsCountedForAUser() {
        TestUser alice = victim("alice");
        AdminApi manager = administrator("manager", "manage-users");

        Answer cleared = clear(alice.id(), manager);

        assertThat(cleared.status()).isEqualTo(204);
        api.from("192.0.2.9").reset(APP, "alice@example.test");
        String code = realm.inbox().codeFor(alice);
        assertThat(code).as("nobody guesses any more").hasSize(6);
        assertThat(api.from("192.0.2.9").confirm(APP, "alice", code, NEW).status())
                .isEqualTo(200);
        assertThat(adminEvents()).anySatisfy(event -> {
            assertThat(event.getOperationType()).isEqualTo(OperationType.DELETE.name());
            assertThat(event.getResourcePath()).isEqualTo("users/" + alice.id() + "/limits");
        });
    }

    @Test
    void whoeverMayNotManageUsersClearsNothing() {
        TestUser bob = victim("bob");
        AdminApi viewer = administrator("viewer", "view-users", "view-realm");
        AdminApi nobody = administrator("nobody-special");

        assertThat(clear(bob.id(), viewer).status()).isEqualTo(403);
        assertThat(clear(bob.id(), nobody).status()).isEqualTo(403);
        assertThat(clear(bob.id(), new AdminApi(realm, "no-token")).status()).isEqualTo(401);
        assertThat(clear("no-such-id", viewer).status()).isEqualTo(404);
        assertThat(clear("no-such-id", nobody).status())
                .as("ids are not to be tried")
                .isEqualTo(403);
        api.from("192.0.2.10").reset(APP, "bob@example.test");
        realm.inbox().expectNoMailFor(bob.email(), Duration.ofSeconds(1));
    }

    @Test
    void administratorOfAnotherRealmClearsNothing() {
        TestUser carol = victim("carol");
        try (TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            AdminApi manager = AdminApi.of(other, "manager", "manage-users").at(realm);

            assertThat(clear(carol.id(), manager).status()).isEqualTo(403);
        }
    }

    /** Somebody at whose codes others have guessed until none is sent any more; their inbox is empty. */
    private static TestUser victim(String name) {
        TestUser user = realm.user(name)
                .email(name + "@example.test")
                .password(PASSWORD)
                .create();
        api.reset(APP, name);
        realm.inbox().codeFor(user);
        IntStream.range(0, 5).forEach(i -> api.confirm(APP, name, "0000000", NEW));
        api.reset(APP, name);
        realm.inbox().expectNoMailFor(user.email(), Duration.ofSeconds(1));
        return user;
    }

    private static AdminApi administrator(String name, String... roles) {
        return AdminApi.of(realm, name, roles);
    }

    private static Answer clear(String id, AdminApi by) {
        return by.delete("users/" + id + "/limits");
    }

    private static List<AdminEventRepresentation> adminEvents() {
        return realm.resource().getAdminEvents();
    }
}
