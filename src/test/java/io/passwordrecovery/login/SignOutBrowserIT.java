// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;

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

/** What becomes of the sessions when a password is changed on a page. */
class SignOutBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void changeEndsTheOtherSessionsAndKeepsItsOwn() {
        TestUser alice = world.user("alice");
        Page other = world.signedIn(alice);
        Page own = world.signedIn(alice);

        change(own).change(LoginWorld.OLD, LoginWorld.NEW);
        new AppPage(own);

        assertSignedOut(other);
        own.navigate(world.app().signIn("again"));
        assertThat(new AppPage(own).user()).isEqualTo("alice");
    }

    @Test
    void userWhoIsAskedMaySignOutTheOthers() {
        world.configure(Map.of("sign-out-after-update", "ask"));
        TestUser bob = world.user("bob");
        Page other = world.signedIn(bob);
        Page own = world.signedIn(bob);

        NewPasswordPage form = change(own);
        assertThat(form.signOutOthers()).isChecked();
        form.change(LoginWorld.OLD, LoginWorld.NEW);
        new AppPage(own);

        assertSignedOut(other);
    }

    @Test
    void userWhoIsAskedMayLeaveTheOthersSignedIn() {
        world.configure(Map.of("sign-out-after-update", "ask"));
        TestUser carl = world.user("carl");
        Page other = world.signedIn(carl);
        Page own = world.signedIn(carl);

        NewPasswordPage form = change(own);
        form.signOutOthers().uncheck();
        form.change(LoginWorld.OLD, LoginWorld.NEW);
        new AppPage(own);

        other.navigate(world.app().signIn("again"));
        assertThat(new AppPage(other).user()).isEqualTo("carl");
    }

    @Test
    void resetEndsTheSessionInTheOtherBrowser() {
        TestUser dora = world.user("dora");
        Page other = world.signedIn(dora);

        ResetCodePage page = world.ask("dora");
        page.enterRight(world.realm().inbox().codeFor(dora)).set(LoginWorld.NEW);

        assertThat(new AppPage(page.page()).user()).isEqualTo("dora");
        assertSignedOut(other);
        page.page().navigate(world.app().signIn("again"));
        assertThat(new AppPage(page.page()).user()).isEqualTo("dora");
    }

    @Test
    void userWhoIsSignedInWalksTheResetToItsEnd() {
        TestUser emil = world.user("emil");
        Page page = world.signedIn(emil);
        page.navigate(world.app().signIn("of emil", Map.of("prompt", "login")));
        page.locator("a[href*=reset-credentials]").click();

        new ResetCodePage(page)
                .sendFirst()
                .enterRight(world.realm().inbox().codeFor(emil))
                .set(LoginWorld.NEW);

        AppPage back = new AppPage(page);
        assertThat(back.user()).isEqualTo("emil");
        assertThat(back.state()).isEqualTo("of emil");
        page.navigate(world.app().signIn("again"));
        assertThat(new AppPage(page).user()).isEqualTo("emil");
    }

    @Test
    void resetLeavesTheSessionsAloneWhereTheRealmSaysSo() {
        world.configure(Map.of("sign-out-after-reset", "none"));
        TestUser finn = world.user("finn");
        Page other = world.signedIn(finn);

        ResetCodePage page = world.ask("finn");
        page.enterRight(world.realm().inbox().codeFor(finn)).set(LoginWorld.NEW);
        new AppPage(page.page());

        other.navigate(world.app().signIn("again"));
        assertThat(new AppPage(other).user()).isEqualTo("finn");
    }

    private static NewPasswordPage change(Page page) {
        page.navigate(world.app().signIn("state", ChangePasswordBrowserIT.kcAction()));
        return new NewPasswordPage(page);
    }

    private static void assertSignedOut(Page page) {
        page.navigate(world.app().signIn("again"));
        new SignInPage(page);
    }
}
