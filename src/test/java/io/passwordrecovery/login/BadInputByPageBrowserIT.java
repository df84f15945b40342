// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Nonsense, accidents and attacks in the pages' fields. */
class BadInputByPageBrowserIT {
    private static final String MEBIBYTE = "'x'.repeat(1024 * 1024)";

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void codeOfAMebibyteIsRefusedAndTheRightOneStillAccepted() {
        TestUser alice = world.user("alice");
        ResetCodePage page = world.ask("alice");
        page.page().reload();

        submitHuge(page.page(), "#code", "#kc-submit");

        page.page().goBack();
        new ResetCodePage(page.page()).enterRight(world.realm().inbox().codeFor(alice));
    }

    @Test
    void passwordOfAMebibyteIsRefusedAndAnotherStillAccepted() {
        TestUser bob = world.user("bob");
        NewPasswordPage page = world.ask("bob").enterRight(world.realm().inbox().codeFor(bob));
        page.page().reload();

        submitHuge(page.page(), "#password-new", "#kc-submit");

        page.page().goBack();
        new NewPasswordPage(page.page()).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("bob");
    }

    @Test
    void nameOfAMebibyteIsRefused() {
        Page page = world.browser().newPage();
        page.navigate(world.app().signIn("state"));
        new SignInPage(page).forgotPassword();

        submitHuge(page, "#username", "[type=submit]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>@example.test",
                "${7*7}&#123;{0}'",
                "a\u0007b\u200bc",
                "%00%0d%0aSet-Cookie:x=y"
            })
    void strangeNameIsAnsweredAsAnUnknownOneAndNeverRunsAsMarkup(String name) {
        Page page = world.browser().newPage();
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });

        ResetCodePage code = world.ask(page, name);

        assertThat(code.intro()).containsText("a code is on its way to");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(code.enterWrong("123456").error()).containsText("Attempts left: 4");
        assertThat(page.content()).doesNotContain("<img src=\"x\"").doesNotContain("<script>alert");
    }

    @Test
    void longNameIsAnsweredAsAnUnknownOne() {
        ResetCodePage page = world.ask("n".repeat(2000));

        assertThat(page.enterWrong("123456").error()).containsText("Attempts left: 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>1</b>", "1234567890123456789012345678901234567890", "-1", "1e5", "'; drop", "\u0661\u0662"})
    void strangeCodeIsWrong(String code) {
        ResetCodePage page = world.ask("nobody" + Integer.toHexString(code.hashCode()));

        page.enterWrong(code);

        assertThat(page.error()).containsText("Attempts left: 4");
        assertThat(page.page().locator("#input-error-code b")).hasCount(0);
    }

    @Test
    void passwordsThatNoServerShouldHashAreRefusedByTheField() {
        TestUser carl = world.user("carl");
        NewPasswordPage page =
                world.ask("carl").enterRight(world.realm().inbox().codeFor(carl));

        page.set("p".repeat(257));
        assertThat(page.error("password-new")).containsText("nor be longer than 256 characters");
        page.set("with a \u0007 bell Pa55word");
        assertThat(page.error("password-new")).containsText("must not contain control characters");
        page.set("   ");
        assertThat(page.error("password-new")).isVisible();

        page.set(LoginWorld.NEW);
        new AppPage(page.page());
    }

    @Test
    void codeOfAnotherUserIsWrong() {
        TestUser dora = world.user("dora");
        TestUser emil = world.user("emil");
        ResetCodePage page = world.ask("dora");
        String codeOfDora = world.realm().inbox().codeFor(dora);

        ResetCodePage other = world.ask(page.page().context().newPage(), "emil");
        world.realm().inbox().codeFor(emil);

        assertThat(other.enterWrong(codeOfDora).error()).containsText("Attempts left: 4");
        page.enterRight(codeOfDora);
    }

    @Test
    void codeIsWrongInAnotherBrowserThanTheOneThatAskedForIt() {
        world.configure(Map.of("cooldown", "30"));
        TestUser fred = world.user("fred");
        ResetCodePage page = world.ask("fred");
        String code = world.realm().inbox().codeFor(fred);

        ResetCodePage elsewhere = world.ask("fred");

        assertThat(elsewhere.enterWrong(code).error()).containsText("Attempts left: 4");
        page.enterRight(code);
    }

    /** Keycloak itself takes no form of that size. */
    private static void submitHuge(Page page, String field, String button) {
        page.locator(field).evaluate("field => { field.value = " + MEBIBYTE + " }");
        Response refused = page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator(button).first().click());
        assertThat(refused.status()).isBetween(400, 499);
        assertThat(page.locator("body")).containsText("We are sorry");
    }
}
