// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.services.ui.extend.UiTabProvider;

import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.KeycloakWithOptions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What administrators click: the plugin's tab among the realm's settings, and its settings behind the required action. */
class ConsoleBrowserIT {
    static final KeycloakServer keycloak = KeycloakWithOptions.server();

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    final TestRealm realm = TestRealm.create(keycloak);
    final Page console = browser.newPage();

    @BeforeEach
    void signIn() {
        realm.switchOff();
        console.navigate(keycloak.url() + "/admin/master/console/");
        console.getByLabel("Username").fill(Admin.NAME);
        console.locator("#password").fill(Admin.PASSWORD);
        console.locator("#kc-login").click();
        assertThat(console.getByTestId("options-toggle")).isVisible();
    }

    @AfterEach
    void close() {
        browser.closePages();
        realm.close();
    }

    @Test
    void tabSetsTheRealmUpAndTellsHowItStands() {
        TestUser alice = realm.user("alice")
                .email("alice@example.test")
                .password("Old-Pa55w0rd")
                .create();

        openTab();
        flip("resetByCode");
        flip("forgotPassword");
        save();

        realm.api().reset(TestRealm.APP, "alice");
        assertThat(realm.inbox().codeFor(alice)).hasSize(6);
        assertThat(realm.resource().toRepresentation().getResetCredentialsFlow())
                .isEqualTo("reset credentials by code");
        openTab();
        save();
        openTab();
        assertThat(state()).hasValue(Pattern.compile("Ready: .*On this node .*delivered.* 1.*", Pattern.DOTALL));
        picture();
        flip("resetByCode");
        save();
        assertThat(realm.resource().toRepresentation().getResetCredentialsFlow())
                .isEqualTo("reset credentials");
    }

    @Test
    void tabIsCalledByItsNameAndNamesWhatIsMissing() {
        realm.change(wanted -> wanted.setSmtpServer(Map.of()));
        openTab();
        flip("resetByCode");
        save();

        openTab();

        assertThat(console.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Password recovery")))
                .hasCount(1);
        assertThat(state())
                .hasValue(Pattern.compile(
                        "Not ready yet\\.\nMissing: .*Realm settings → Email has no host.*", Pattern.DOTALL));
    }

    @Test
    void tabOfARealmThatCannotBeSetUpIsRefusedAndNothingIsStored() {
        realm.change(wanted -> wanted.setResetCredentialsFlow("browser"));

        openTab();
        flip("resetByCode");
        console.getByTestId("save").click();

        assertThat(alert()).containsText("neither Send Reset Email nor Choose User");
        assertThat(alert()).containsText("Set it up by hand");
        assertThat(realm.resource().components().query(null, UiTabProvider.class.getName()))
                .isEmpty();
        assertThat(realm.resource().toRepresentation().getResetCredentialsFlow())
                .isEqualTo("browser");
    }

    @Test
    void settingOfAnotherFormIsRefusedWithTheAcceptedOneAndTheRightOneWorksAtOnce() {
        realm.switchOn();
        TestUser bob = realm.user("bob")
                .email("bob@example.test")
                .password("Old-Pa55w0rd")
                .create();
        open("/authentication");
        console.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Required actions"))
                .click();
        Locator row = console.locator("tr", new Page.LocatorOptions().setHasText("Change password"));
        row.getByRole(AriaRole.BUTTON).last().click();
        Locator codeLength = console.getByTestId("code-length");

        codeLength.fill("3");
        console.getByTestId("save").click();
        assertThat(alert()).containsText("6 to 12");
        codeLength.fill("8");
        save();

        realm.api().reset(TestRealm.APP, "bob");
        assertThat(realm.inbox().codeFor(bob)).hasSize(8);
    }

    private void openTab() {
        console.waitForResponse(
                answer -> answer.url().contains("/components"), () -> open("/realm-settings/password-recovery"));
        assertThat(console.getByTestId("save")).isVisible();
    }

    // From elsewhere: else the console is only told of another place within it, and may be on its way to a third.
    private void open(String path) {
        console.navigate("about:blank");
        console.navigate(keycloak.url() + "/admin/master/console/#/" + realm.name() + path);
    }

    private void flip(String property) {
        console.locator("label[for='" + property + "']").last().click();
    }

    private void picture() {
        console.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "console", "tab.png")));
    }

    private Locator state() {
        return console.getByTestId("state");
    }

    private void save() {
        console.getByTestId("save").click();
        assertThat(alert())
                .containsText(
                        Pattern.compile("saved successfully|Successfully saved|Item saved", Pattern.CASE_INSENSITIVE));
    }

    private Locator alert() {
        return console.getByTestId("last-alert");
    }
}
