// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.events.EventType;

import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** When a code is sent, and when not. */
class ResendBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void refreshAndBackSendNothing() {
        TestUser alice = world.user("alice");
        ResetCodePage page = world.ask("alice");
        codeFor(alice);

        page.page().reload();
        new ResetCodePage(page.page()).enterWrong("1");
        page.page().reload();
        new ResetCodePage(page.page());
        page.page().goBack();
        page.page().goForward();

        // The code that is asked for now is the second and last mail: nothing came in between.
        new ResetCodePage(page.page()).sendNew().enterRight(codeFor(alice));
        assertThat(world.realm().inbox().count(alice.email())).isEqualTo(2);
        assertThat(sent(alice)).isEqualTo(2);
    }

    @Test
    void refreshOfTheAnswerToTheFirstSubmitSendsNothing() {
        TestUser bea = world.user("bea");
        ResetCodePage page = world.ask("bea");
        String code = codeFor(bea);

        page.page().reload();

        new ResetCodePage(page.page()).enterRight(code);
        assertThat(sent(bea)).isEqualTo(1);
    }

    @Test
    void userWhoIsSignedInSeesThePageBeforeAnythingIsSent() {
        TestUser carol = world.user("carol");
        Page page = world.signedIn(carol);

        page.navigate(world.app().signIn("state", Map.of("prompt", "login")));
        page.locator("a[href*=reset-credentials]").click();
        ResetCodePage codePage = new ResetCodePage(page);
        assertThat(codePage.field()).isHidden();
        page.reload();
        assertThat(sent(carol)).isZero();

        codePage.sendFirst().enterRight(codeFor(carol));
        assertThat(sent(carol)).isEqualTo(1);
    }

    @Test
    void startingAgainWhileSignedInSendsNothing() {
        TestUser dan = world.user("dan");
        Page page = world.signedIn(dan);
        page.navigate(world.app().signIn("state", Map.of("prompt", "login")));
        page.locator("a[href*=reset-credentials]").click();

        new ResetCodePage(page).startAgain();

        assertThat(new ResetCodePage(page).send()).isVisible();
        assertThat(sent(dan)).isZero();
    }

    @Test
    void resendWaitsVisiblyAndThenWorks() {
        world.configure(Map.of("cooldown", "4"));
        TestUser eve = world.user("eve");
        ResetCodePage page = world.ask("eve");
        codeFor(eve);

        assertThat(page.countdown()).containsText("A new code can be sent in");
        assertThat(page.resend()).isDisabled();
        assertThat(page.resend()).isEnabled(new IsEnabledOptions().setTimeout(10_000));
        assertThat(page.countdown()).isHidden();

        assertThat(page.sendNew().message()).containsText("A new code is on its way");
        page.enterRight(codeFor(eve));
    }

    @Test
    void resendTooSoonIsAnsweredWithTheSecondsLeft() {
        world.configure(Map.of("cooldown", "30"));
        TestUser finn = world.user("finn");
        ResetCodePage page = world.ask("finn");
        String code = codeFor(finn);

        // As a browser without JavaScript leaves it.
        page.resend().evaluate("button => button.disabled = false");

        assertThat(page.sendNew().message()).containsText("No new code was sent. Please wait");
        page.enterRight(code);
        assertThat(sent(finn)).isEqualTo(1);
    }

    @Test
    void startingAgainRightAwaySaysThatACodeWasSentAndStillTakesIt() {
        world.configure(Map.of("cooldown", "30"));
        TestUser gus = world.user("gus");
        ResetCodePage first = world.ask("gus");
        String code = codeFor(gus);

        first.startAgain();
        ResetCodePage second = new ChooseUserPage(first.page()).choose("gus");

        assertThat(second.intro()).containsText("it was sent a code a short while ago");
        assertThat(second.message()).containsText("Please wait");
        second.enterRight(code);
        assertThat(sent(gus)).isEqualTo(1);
    }

    @Test
    @CountedByTheHour
    void tooManyCodesInAnHourAreAnsweredInMinutes() {
        world.configure(Map.of("codes-per-account-hour", "1"));
        TestUser hal = world.user("hal");
        ResetCodePage page = world.ask("hal");
        String code = codeFor(hal);

        assertThat(page.sendNew().message()).containsText("since too many were asked for");

        page.enterRight(code);
    }

    @Test
    void startAgainLeadsToThePageForTheName() {
        world.user("iris");
        TestUser jack = world.user("jack");
        ResetCodePage page = world.ask("iris");

        page.startAgain();

        new ChooseUserPage(page.page()).choose("jack").enterRight(codeFor(jack));
        new NewPasswordPage(page.page());
    }

    @Test
    void nameCanBeMendedByGoingBackToTheSignInPage() {
        TestUser kim = world.user("kim");
        ResetCodePage page = world.ask("kmi");

        page.page().navigate(world.app().signIn("state"));

        new SignInPage(page.page()).forgotPassword().choose("kim").enterRight(codeFor(kim));
    }

    private static String codeFor(TestUser user) {
        return world.realm().inbox().codeFor(user);
    }

    private static long sent(TestUser user) {
        world.realm().keycloak().awaitFirstTries();
        return world.realm().events(EventType.SEND_RESET_PASSWORD).stream()
                .filter(event -> user.id().equals(event.getUserId()))
                .count();
    }
}
