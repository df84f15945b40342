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
import io.passwordrecovery.login.pages.CodePage;
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
        CodePage page = world.ask("alice");
        codeFor(alice);

        page.page().reload();
        new CodePage(page.page()).enterWrong("1");
        page.page().reload();
        new CodePage(page.page());
        page.page().goBack();
        page.page().goForward();

        // The code that is asked for now is the second and last mail: nothing came in between.
        new CodePage(page.page()).sendNew().enterRight(codeFor(alice));
        assertThat(world.realm().inbox().count(alice.email())).isEqualTo(2);
        assertThat(sent(alice)).isEqualTo(2);
    }

    @Test
    void refreshOfTheAnswerToTheFirstSubmitSendsNothing() {
        TestUser bea = world.user("bea");
        CodePage page = world.ask("bea");
        String code = codeFor(bea);

        page.page().reload();

        new CodePage(page.page()).enterRight(code);
        assertThat(sent(bea)).isEqualTo(1);
    }

    @Test
    void userWhoIsSignedInSeesThePageBeforeAnythingIsSent() {
        TestUser carol = world.user("carol");
        Page page = world.signedIn(carol);

        page.navigate(world.app().signIn("state", Map.of("prompt", "login")));
        page.locator("a[href*=reset-credentials]").click();
        CodePage codePage = new CodePage(page);
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

        new CodePage(page).startAgain();

        assertThat(new CodePage(page).send()).isVisible();
        assertThat(sent(dan)).isZero();
    }

    @Test
    void resendWaitsVisiblyAndThenWorks() {
        world.configure(Map.of("cooldown", "4"));
        TestUser eve = world.user("eve");
        CodePage page = world.ask("eve");
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
        CodePage page = world.ask("finn");
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
        CodePage first = world.ask("gus");
        String code = codeFor(gus);

        first.startAgain();
        CodePage second = new ChooseUserPage(first.page()).choose("gus");

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
        CodePage page = world.ask("hal");
        String code = codeFor(hal);

        assertThat(page.sendNew().message()).containsText("since too many were asked for");

        page.enterRight(code);
    }

    @Test
    void startAgainLeadsToThePageForTheName() {
        world.user("iris");
        TestUser jack = world.user("jack");
        CodePage page = world.ask("iris");

        page.startAgain();

        new ChooseUserPage(page.page()).choose("jack").enterRight(codeFor(jack));
        assertThat(page.page().url()).contains("/required-action");
    }

    @Test
    void nameCanBeMendedByGoingBackToTheSignInPage() {
        TestUser kim = world.user("kim");
        CodePage page = world.ask("kmi");

        page.page().navigate(world.app().signIn("state"));

        new SignInPage(page.page()).forgotPassword().choose("kim").enterRight(codeFor(kim));
    }

    private static String codeFor(TestUser user) {
        return world.realm().inbox().codeFor(user);
    }

    private static long sent(TestUser user) {
        return world.realm().events(EventType.SEND_RESET_PASSWORD).stream()
                .filter(event -> user.id().equals(event.getUserId()))
                .count();
    }
}
