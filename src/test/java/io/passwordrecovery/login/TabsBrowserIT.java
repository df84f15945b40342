// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.time.Duration;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.InfoPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** More than one tab, and pages that were left behind: each ends in a page that says what to do. */
@MovesTheClock
class TabsBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.on(KeycloakServer.withMovableClock());

    @Test
    void codeAskedForInOneTabIsAcceptedInAnother() {
        TestUser alice = world.user("alice");
        ResetCodePage first = world.ask("alice");
        ResetCodePage second = world.ask(first.page().context().newPage(), "alice");

        String old = world.realm().inbox().codeFor(alice);
        String code = world.realm().inbox().codeFor(alice);

        second.enterWrong(old);
        first.enterRight(code).set(LoginWorld.NEW);
        assertThat(new AppPage(first.page()).user()).isEqualTo("alice");
    }

    @Test
    void oneOfTwoTabsWinsAndTheOtherIsToldThatTheCodeIsNotRight() {
        world.configure(Map.of("cooldown", "30"));
        TestUser bert = world.user("bert");
        ResetCodePage first = world.ask("bert");
        ResetCodePage second = world.ask(first.page().context().newPage(), "bert");
        String code = world.realm().inbox().codeFor(bert);

        NewPasswordPage winner = first.enterRight(code);
        assertThat(second.enterWrong(code).error()).containsText("This is not the right code");

        winner.set(LoginWorld.NEW);
        assertThat(new AppPage(first.page()).user()).isEqualTo("bert");
    }

    @Test
    void tabLeftBehindByAFinishedResetGoesBackToTheApplication() {
        world.configure(Map.of("cooldown", "30"));
        TestUser cleo = world.user("cleo");
        ResetCodePage first = world.ask("cleo");
        ResetCodePage second = world.ask(first.page().context().newPage(), "cleo");
        first.enterRight(world.realm().inbox().codeFor(cleo)).set(LoginWorld.NEW);
        new AppPage(first.page());

        // Keycloak's script on each page notices that the browser is signed in (authChecker.js, 26.7).
        assertThat(new AppPage(second.page()).user()).isEqualTo("cleo");
    }

    @Test
    void sameLoginInASecondTabGoesOnWhereTheFirstHasGot() {
        TestUser dora = world.user("dora");
        ResetCodePage first = world.ask("dora");
        String code = world.realm().inbox().codeFor(dora);
        Page tab = first.page().context().newPage();
        tab.navigate(first.page().url());
        ResetCodePage second = new ResetCodePage(tab);
        first.enterRight(code);

        second.enter(code);

        new NewPasswordPage(tab).set(LoginWorld.NEW);
        assertThat(new AppPage(tab).user()).isEqualTo("dora");
    }

    @Test
    void backAndRefreshAtTheNewPasswordGoOnAndSendNothing() {
        TestUser dirk = world.user("dirk");
        ResetCodePage page = world.ask("dirk");
        page.enterRight(world.realm().inbox().codeFor(dirk));

        page.page().goBack();
        page.page().reload();

        new NewPasswordPage(page.page()).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("dirk");
    }

    @Test
    void restartedLoginBeginsAtTheBeginning() {
        TestUser emma = world.user("emma");
        ResetCodePage page = world.ask("emma");
        page.enterRight(world.realm().inbox().codeFor(emma));

        page.page().navigate(page.page().url().replaceFirst("/login-actions/[^?]*", "/login-actions/restart"));

        ResetCodePage again = new SignInPage(page.page()).forgotPassword().choose("emma");
        again.enterRight(world.realm().inbox().codeFor(emma)).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("emma");
    }

    @Test
    void loginThatHasTimedOutStartsFromTheBeginning() {
        world.user("fred");
        ResetCodePage page = world.ask("fred");

        world.realm().keycloak().advance(Duration.ofMinutes(50));
        page.enter("123456");

        assertThat(new SignInPage(page.page()).message()).contains("timed out");
    }

    @Test
    void newPasswordPageThatWasLeftOpenStartsFromTheBeginning() {
        TestUser gina = world.user("gina");
        NewPasswordPage page =
                world.ask("gina").enterRight(world.realm().inbox().codeFor(gina));

        world.realm().keycloak().advance(Duration.ofMinutes(50));
        page.set(LoginWorld.NEW);

        assertThat(new SignInPage(page.page()).message()).contains("timed out");
        assertThat(world.realm().canSignIn(gina, LoginWorld.OLD)).isTrue();
    }

    @Test
    void newPasswordMayTakeAsLongAsACodeLives() {
        TestUser ilse = world.user("ilse");
        NewPasswordPage page =
                world.ask("ilse").enterRight(world.realm().inbox().codeFor(ilse));

        world.realm().keycloak().advance(Duration.ofMinutes(9));
        page.set(LoginWorld.NEW);

        assertThat(new AppPage(page.page()).user()).isEqualTo("ilse");
    }

    @Test
    void newPasswordThatComesTooLateNeedsAnotherCode() {
        TestUser jens = world.user("jens");
        NewPasswordPage page =
                world.ask("jens").enterRight(world.realm().inbox().codeFor(jens));

        world.realm().keycloak().advance(Duration.ofMinutes(12));
        page.set(LoginWorld.NEW);

        ResetCodePage code = new ResetCodePage(page.page());
        assertThat(code.message()).containsText("The code was entered too long ago");
        code.sendFirst().enterRight(world.realm().inbox().codeFor(jens)).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("jens");
    }

    @Test
    void bareLinkEndsOnAPageThatSaysThatItIsDoneEvenAfterStartingAgain() {
        TestUser hugo = world.user("hugo");
        Page page = world.browser().newPage();
        page.navigate(world.realm().keycloak().url() + "/realms/"
                + world.realm().name() + "/login-actions/reset-credentials?client_id=web");

        new ChooseUserPage(page).choose("nobody").startAgain();
        new ChooseUserPage(page)
                .choose("hugo")
                .enterRight(world.realm().inbox().codeFor(hugo))
                .set(LoginWorld.NEW);

        assertThat(new InfoPage(page).text()).contains("Your password has been changed. Please sign in with it.");
        assertThat(world.realm().canSignIn(hugo, LoginWorld.NEW)).isTrue();
    }
}
