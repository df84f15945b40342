// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.browser.PageServer;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.node.NodeProject;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Amplify UI's {@code <Authenticator>} walks its forgot-password screens to the end. */
class AuthenticatorBrowserIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final PageServer app = PageServer.start();

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    @Test
    void userWhoForgotThePasswordSetsANewOne() {
        // given
        app.runs(NodeProject.installed().bundle("authenticator-page.jsx"));
        realm.client("page", client -> client.setWebOrigins(List.of(app.origin())));
        TestUser alice =
                realm.user("alice").email("alice@example.test").password(OLD).create();
        Page page = browser.newPage();
        page.navigate(app.origin() + "/?client=page&realm=" + keycloak.url() + "/realms/" + realm.name());

        // when
        button(page, "Forgot your password?").click();
        page.getByLabel("Enter your username").fill("alice");
        button(page, "Send code").click();
        page.getByLabel("Code").fill("000000");
        enterPassword(page, NEW);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Invalid verification code provided, please try again.");
        page.getByLabel("Code").fill(realm.inbox().codeFor(alice));
        button(page, "Submit").click();

        // then
        assertThat(button(page, "Forgot your password?")).isVisible();
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        assertThat(realm.canSignIn(alice, OLD)).isFalse();
    }

    private static void enterPassword(Page page, String password) {
        Page.GetByLabelOptions exactly = new Page.GetByLabelOptions().setExact(true);
        page.getByLabel("New Password", exactly).fill(password);
        page.getByLabel("Confirm Password", exactly).fill(password);
        button(page, "Submit").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
