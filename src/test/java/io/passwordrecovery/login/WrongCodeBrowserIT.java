// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the page makes of a code. */
@MovesTheClock
@Tag("journey")
class WrongCodeBrowserIT {
    static final String USED_UP = "one wrong code too many";
    private static final String NOT_RIGHT = "This is not the right code.";

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.on(KeycloakServer.withMovableClock());

    @Test
    void rightCodeIsRefusedAfterFiveWrongOnesAndANewOneIsAccepted() {
        TestUser bob = world.user("bob");
        ResetCodePage page = world.ask("bob");
        String code = codeFor(bob);

        for (int left = 4; left > 0; left--) {
            assertThat(page.enterWrong(LoginWorld.wrong(code)).error()).containsText("Attempts left: " + left);
        }
        assertThat(page.enterWrong(LoginWorld.wrong(code)).error()).containsText(USED_UP);
        assertThat(page.enterWrong(code).error()).containsText(USED_UP);

        assertThat(page.sendNew().message()).containsText("A new code is on its way");
        page.enterRight(codeFor(bob));
    }

    @Test
    void newCodeDoesNotForgetTheFailures() {
        world.configure(Map.of("failures-per-account", "6"));
        TestUser carl = world.user("carl");
        ResetCodePage page = world.ask("carl");
        String code = codeFor(carl);
        for (int guess = 0; guess < 5; guess++) {
            page.enterWrong(LoginWorld.wrong(code));
        }

        page.sendNew();
        String newCode = codeFor(carl);

        // The account's failures are counted in silence: the page goes on to tell of the code's own attempts.
        assertThat(page.enterWrong(LoginWorld.wrong(newCode)).error()).containsText(NOT_RIGHT);
        assertThat(page.enterWrong(newCode).error()).containsText(NOT_RIGHT);
    }

    @Test
    void focusIsInTheFieldAfterAWrongCodeAndTheFieldSaysWhatIsWrong() {
        TestUser dora = world.user("dora");
        ResetCodePage page = world.ask("dora");

        page.enterWrong(LoginWorld.wrong(codeFor(dora)));

        assertThat(page.field()).isFocused();
        assertThat(page.field()).hasValue("");
        assertThat(page.field()).hasAttribute("aria-invalid", "true");
    }

    @Test
    void emptyCodeCostsNoAttempt() {
        TestUser emil = world.user("emil");
        ResetCodePage page = world.ask("emil");

        assertThat(page.enterWrong("  ").error()).containsText("Please enter the code");

        assertThat(page.enterWrong(LoginWorld.wrong(codeFor(emil))).error()).containsText("Attempts left: 4");
    }

    @Test
    void spacesAndFullWidthDigitsAreAccepted() {
        TestUser fritz = world.user("fritz");
        ResetCodePage page = world.ask("fritz");
        String code = codeFor(fritz);

        page.enterRight(" " + fullWidth(code.substring(0, 3)) + "\u3000 " + code.substring(3) + " ");
    }

    @Test
    void codeIsGoodAsLongAsTheMailSaysThoughThePageWasLeftOpen() {
        TestUser gerda = world.user("gerda");
        ResetCodePage page = world.ask("gerda");
        String code = codeFor(gerda);

        world.realm().keycloak().advance(Duration.ofMinutes(9));

        page.enterRight(code);
    }

    @Test
    void codeThatIsTooOldIsSaidToBeSoAndANewOneHelps() {
        TestUser hans = world.user("hans");
        ResetCodePage page = world.ask("hans");
        String code = codeFor(hans);

        world.realm().keycloak().advance(Duration.ofMinutes(11));

        assertThat(page.enterWrong(code).error()).containsText("The code is no longer good");
        page.sendNew().enterRight(codeFor(hans));
    }

    @Test
    void earlierCodeIsWrongOnceANewOneIsSent() {
        TestUser ida = world.user("ida");
        ResetCodePage page = world.ask("ida");
        String first = codeFor(ida);

        page.sendNew();
        String second = codeFor(ida);

        assertThat(page.enterWrong(first).error()).containsText("Attempts left: 4");
        page.enterRight(second);
    }

    private static String codeFor(TestUser user) {
        return world.realm().inbox().codeFor(user);
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '\uff10')));
        return wide.toString();
    }
}
