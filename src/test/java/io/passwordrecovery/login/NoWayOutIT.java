// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is kept from signing in by what they cannot do. */
class NoWayOutIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @Test
    void whoeverHasNeitherPasswordNorAddressGetsInWithoutChangingIt() {
        TestUser user = realm.user("alice").password(LoginWorld.OLD).create();
        FormClient page = signedIn(user);
        leaveWithoutPassword(user, "CHANGE_PASSWORD");

        page.open(URI.create(app.signIn("again")));

        assertThat(page.html()).contains("The application").contains("<p id=\"user\">alice</p>");
        assertThat(user.resource().toRepresentation().getRequiredActions()).containsExactly("CHANGE_PASSWORD");
    }

    @Test
    void keycloaksOwnPageSetsAFirstPasswordWhereThereIsNothingToProve() {
        TestUser user = realm.user("bob").password(LoginWorld.OLD).create();
        FormClient page = signedIn(user);
        leaveWithoutPassword(user, "UPDATE_PASSWORD");

        page.open(URI.create(app.signIn("again")));
        assertThat(page.html()).contains("kc-passwd-update-form");
        page.submit(Map.of("password-new", LoginWorld.NEW, "password-confirm", LoginWorld.NEW));

        assertThat(page.html()).contains("<p id=\"user\">bob</p>");
        assertThat(realm.canSignIn(user, LoginWorld.NEW)).isTrue();
    }

    @Test
    void applicationThatAsksIsToldByItsUser() {
        TestUser user = realm.user("carl").password(LoginWorld.OLD).create();
        FormClient page = signedIn(user);
        leaveWithoutPassword(user, "CHANGE_PASSWORD");
        user.change(wanted -> wanted.setRequiredActions(List.of()));

        page.open(URI.create(app.signIn("again", Map.of("kc_action", "CHANGE_PASSWORD"))));
        assertThat(page.html()).contains("There is no address that a code could be sent to");
        page.submit(Map.of("cancel-aia", "true"));

        assertThat(page.html()).contains("<p id=\"action-status\">cancelled</p>");
    }

    private static FormClient signedIn(TestUser user) {
        FormClient page = new FormClient()
                .open(URI.create(app.signIn("state")))
                .submit(Map.of("username", user.username(), "password", LoginWorld.OLD));
        assertThat(page.html()).contains("The application");
        return page;
    }

    private static void leaveWithoutPassword(TestUser user, String action) {
        user.resource().credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .forEach(credential -> user.resource().removeCredential(credential.getId()));
        user.change(wanted -> wanted.setRequiredActions(List.of(action)));
    }
}
