// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

import io.passwordrecovery.testkit.directory.Directory;
import io.passwordrecovery.testkit.directory.Slapd;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Users of a directory: of one that nobody may write, and of one whose own word the sign-in is. */
class DirectoryUsersIT {
    @AutoClose
    static final Directory directory =
            Slapd.startOrSkip("read-only users at the login", KeycloakServer.shared(), "anna", "bert", "cora", "dora");

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestRealm writable = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp itsApp = TestApp.create(writable);

    @BeforeAll
    static void join() {
        realm.resetByCode();
        directory.joins(realm, "READ_ONLY", Map.of());
        writable.resetByCode();
        directory.joins(writable, "WRITABLE", Map.of());
    }

    @Test
    void resetEndsInASignInThatTheDirectoryAnswers() {
        writable.configure(Map.of("sign-in-again", "never"));
        FormClient page =
                new FormClient().open(URI.create(itsApp.signIn("state"))).follow("reset-credentials");
        page.submit(Map.of("username", "dora"));
        page.submit(Map.of("code", writable.inbox().codeFor("dora@example.test")));

        page.submit(Map.of("password-new", LoginWorld.NEW, "password-confirm", LoginWorld.NEW));

        assertThat(page.html()).contains("Your password has been changed").contains("kc-form-login");
        page.submit(Map.of("username", "dora", "password", LoginWorld.NEW));
        assertThat(page.html()).contains("<p id=\"user\">dora</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE_PASSWORD", "CHANGE_PASSWORD"})
    void pendingChangeOfThePasswordIsPassedOver(String action) {
        pending("anna", action);

        FormClient page = signIn("anna", Map.of());

        assertThat(page.html()).contains("<p id=\"user\">anna</p>");
    }

    @Test
    void applicationsWishIsRefusedOnThePage() {
        FormClient page = signIn("bert", Map.of("kc_action", "CHANGE_PASSWORD"));

        page.submit(Map.of(
                "password-current",
                Directory.PASSWORD,
                "password-new",
                LoginWorld.NEW,
                "password-confirm",
                LoginWorld.NEW));
        assertThat(page.html()).contains("kc-change-password-form").contains("input-error-password-new");
        page.submit(Map.of("cancel-aia", "true"));

        assertThat(page.html()).contains("<p id=\"action-status\">cancelled</p>");
    }

    private static void pending(String username, String action) {
        UserRepresentation user =
                realm.resource().users().searchByUsername(username, true).get(0);
        user.setRequiredActions(List.of(action));
        realm.resource().users().get(user.getId()).update(user);
    }

    private static FormClient signIn(String username, Map<String, String> parameters) {
        return new FormClient()
                .open(URI.create(app.signIn("state", parameters)))
                .submit(Map.of("username", username, "password", Directory.PASSWORD));
    }
}
