// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the page for a new password says and shows before anything is sent. */
class PolicyHintsBrowserIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    private Page page;

    @BeforeEach
    void openThePage() {
        realm.passwordPolicy("length(12) and digits(2)");
        String name = "user" + System.nanoTime();
        realm.user(name)
                .email(name + "@example.test")
                .password("Passw0rd-of-12")
                .create();
        page = browser.newPage();
        page.navigate(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD")));
        new SignInPage(page).signIn(name, "Passw0rd-of-12");
    }

    @Test
    void brokenRulesAreToldWhileTyping() {
        NewPasswordPage form = new NewPasswordPage(page);

        form.field("password-new").fill("short");
        form.field("password-confirm").focus();

        assertThat(page.locator("#input-error-container-password-new li"))
                .containsText(new String[] {"minimum length 12", "at least 2 numerical digits"});

        form.field("password-new").fill("a password of 2 words and 12");
        form.field("password-confirm").focus();

        assertThat(page.locator("#input-error-container-password-new li")).hasCount(0);
    }

    @Test
    void passwordIsShownWhenItsOwnerLooks() {
        NewPasswordPage form = new NewPasswordPage(page);
        form.field("password-new").fill("a password");

        page.locator("[aria-controls=password-new]").click();

        assertThat(form.field("password-new")).hasAttribute("type", "text");
    }

    @Test
    void passwordManagersFindWhatTheyLookFor() {
        NewPasswordPage form = new NewPasswordPage(page);

        assertThat(page.locator("[autocomplete=username]")).hasCount(1);
        assertThat(form.field("password-current")).hasAttribute("autocomplete", "current-password");
        assertThat(form.field("password-new")).hasAttribute("autocomplete", "new-password");
        assertThat(form.field("password-confirm")).hasAttribute("autocomplete", "new-password");
    }
}
