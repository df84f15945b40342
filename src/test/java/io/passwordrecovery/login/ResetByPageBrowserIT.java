// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("journey")
class ResetByPageBrowserIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
    }

    @Test
    void forgetfulUserGetsBackIntoTheApplicationInTheSameTab() {
        TestUser alice = user("alice");
        Page page = browser.newPage();

        page.navigate(app.signIn("state-of-alice"));
        ResetCodePage codePage = new SignInPage(page).forgotPassword().choose("alice");
        assertThat(codePage.intro()).containsText("***@***");
        codePage.enterRight(realm.inbox().codeFor(alice)).set("brand new passw0rd");

        AppPage back = new AppPage(page);
        assertThat(back.user()).isEqualTo("alice");
        assertThat(back.state()).isEqualTo("state-of-alice");
        assertThat(realm.canSignIn(alice, "brand new passw0rd")).isTrue();
    }

    @Test
    void sameClicksForAnUnknownUserEndAtWrongCode() {
        Page page = browser.newPage();

        page.navigate(app.signIn("state"));
        ResetCodePage codePage = new SignInPage(page).forgotPassword().choose("nobody@example.test");
        assertThat(codePage.intro()).containsText("n***@e***");
        codePage.enterWrong("123456");

        assertThat(codePage.error()).containsText("Attempts left: 4");
    }

    private static TestUser user(String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password("the old passw0rd")
                .create();
    }
}
