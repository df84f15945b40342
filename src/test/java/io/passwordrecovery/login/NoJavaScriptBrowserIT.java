// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Everything works in a browser without JavaScript. */
class NoJavaScriptBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void forgetfulUserGetsBackIntoTheApplication() {
        TestUser alice = world.user("alice");
        Page page = pageWithoutJavaScript();

        ResetCodePage code = world.ask(page, "alice");
        code.enterWrong("12");
        assertThat(code.sendNew().message()).containsText("A new code is on its way");
        world.realm().inbox().codeFor(alice);
        NewPasswordPage form = code.enterRight(world.realm().inbox().codeFor(alice));
        form.set(LoginWorld.NEW, "something else");
        assertThat(form.error("password-confirm")).isVisible();
        form.set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("alice");
        assertThat(new AppPage(page).state()).isEqualTo("state");
    }

    @Test
    void resendTooSoonIsAnsweredWithTheSecondsLeft() {
        world.configure(Map.of("cooldown", "30"));
        TestUser bob = world.user("bob");
        ResetCodePage code = world.ask(pageWithoutJavaScript(), "bob");

        assertThat(code.countdown()).containsText("A new code can be sent in");
        assertThat(code.resend()).isEnabled();

        assertThat(code.sendNew().message().innerText())
                .matches("No new code was sent. Please wait (2[0-9]|1[0-9]|30) s.");
        code.enterRight(world.realm().inbox().codeFor(bob));
    }

    @Test
    void signedInUserChangesThePassword() {
        TestUser carl = world.user("carl");
        Page page = pageWithoutJavaScript();
        page.navigate(world.app().signIn("state", ChangePasswordBrowserIT.kcAction()));
        new SignInPage(page).signIn("carl", LoginWorld.OLD);

        new NewPasswordPage(page).change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
        assertThat(world.realm().canSignIn(carl, LoginWorld.NEW)).isTrue();
    }

    private static Page pageWithoutJavaScript() {
        return world.browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
    }
}
