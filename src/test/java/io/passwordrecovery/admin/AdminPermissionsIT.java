// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Every call that is described asks who calls; fine-grained permissions count. */
class AdminPermissionsIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    record Described(String method, String path) {}

    @Test
    void everyCallIsDescribedAndAsksWhoCalls() {
        TestUser alice = realm.user("alice").email("alice@example.test").create();
        List<Described> calls = described();
        assertThat(calls)
                .extracting(call -> call.method() + " " + call.path())
                .containsExactlyInAnyOrder(
                        "GET status",
                        "POST setup",
                        "DELETE setup",
                        "POST test-message",
                        "POST users/{id}/reset-code",
                        "DELETE users/{id}/limits",
                        "GET openapi.json");
        try (TestRealm other = TestRealm.create(KeycloakServer.shared())) {
            AdminApi nobody = new AdminApi(realm, "");
            AdminApi user = AdminApi.of(realm, "just-a-user");
            AdminApi stranger = AdminApi.of(other, "stranger", "realm-admin").at(realm);

            for (Described call : calls) {
                String path = call.path().replace("{id}", alice.id());
                assertThat(nobody.send(call.method(), path, "").status())
                        .as("%s", call)
                        .isEqualTo(401);
                assertThat(stranger.send(call.method(), path, "").status())
                        .as("%s", call)
                        .isEqualTo(403);
                assertThat(user.send(call.method(), path, "").status())
                        .as("%s", call)
                        .isEqualTo(path.equals("openapi.json") ? 200 : 403);
            }
        }
        assertThat(realm.resource().toRepresentation().getResetCredentialsFlow())
                .isEqualTo("reset credentials");
    }

    @Test
    void whoMayManageOneUserSendsToThisOneAlone() {
        TestUser own = realm.user("own").email("own@example.test").create();
        TestUser others = realm.user("others").email("others@example.test").create();
        TestUser helper = realm.user("helper").password(AdminApi.PASSWORD).create();
        permit(helper, own);
        AdminApi admin = AdminApi.of(realm, helper, "query-users");

        assertThat(admin.send("POST", "users/" + own.id() + "/reset-code", "")
                        .json()
                        .path("destination")
                        .asText())
                .as("to manage is not to view")
                .isEqualTo("***");
        assertThat(admin.delete("users/" + own.id() + "/limits").status()).isEqualTo(204);
        assertThat(admin.send("POST", "users/" + others.id() + "/reset-code", "")
                        .status())
                .isEqualTo(403);
        assertThat(admin.delete("users/" + others.id() + "/limits").status()).isEqualTo(403);
        assertThat(realm.inbox().codeFor(own)).hasSize(6);
    }

    private static List<Described> described() {
        JsonNode description = AdminApi.of(realm).get("openapi.json").json();
        assertThat(description.at("/servers/0/url").asText())
                .isEqualTo(realm.keycloak().url() + "/admin/realms/" + realm.name() + "/password-recovery");
        List<Described> calls = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> calls.add(new Described(
                                method.toUpperCase(Locale.ROOT), path.getKey().substring(1)))));
        return calls;
    }

    /** Realm settings → Admin permissions, and a permission of the scope "manage" for one user. */
    private static void permit(TestUser helper, TestUser managed) {
        realm.change(r -> r.setAdminPermissionsEnabled(true));
        String client = realm.resource()
                .clients()
                .findByClientId("admin-permissions")
                .get(0)
                .getId();
        AuthorizationResource permissions =
                realm.resource().clients().get(client).authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("helper");
        policy.addUser(helper.id());
        permissions.policies().user().create(policy).close();
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName("helper manages one user");
        permission.setResourceType("Users");
        permission.setResources(Set.of(managed.id()));
        permission.setScopes(Set.of("manage"));
        permission.setPolicies(Set.of("helper"));
        permissions.permissions().scope().create(permission).close();
    }
}
