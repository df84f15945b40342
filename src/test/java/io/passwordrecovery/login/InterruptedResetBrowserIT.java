// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Something happens to the account, or the page, between two steps of a reset. */
class InterruptedResetBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void codeIsWrongOnceTheAddressHasChanged() {
        TestUser alice = world.user("alice");
        ResetCodePage page = world.ask("alice");
        String code = world.realm().inbox().codeFor(alice);

        alice.change(user -> user.setEmail("alice.new@example.test"));

        assertThat(page.enterWrong(code).error()).containsText("Attempts left: 4");
    }

    @Test
    void codeIsWrongOnceTheUserIsDisabled() {
        TestUser bob = world.user("bob");
        ResetCodePage page = world.ask("bob");
        String code = world.realm().inbox().codeFor(bob);

        bob.change(user -> user.setEnabled(false));

        assertThat(page.enterWrong(code).error()).containsText("Attempts left: 4");
    }

    @Test
    void proofIsOverOnceThePasswordHasChangedAndANewCodeHelps() {
        TestUser carl = world.user("carl");
        ResetCodePage page = world.ask("carl");
        NewPasswordPage form = page.enterRight(world.realm().inbox().codeFor(carl));
        carl.setPassword("the administrator's Pa55word");

        form.set(LoginWorld.NEW);

        assertThat(new ResetCodePage(page.page()).message()).containsText("your account has changed since");
        assertThat(world.realm().canSignIn(carl, "the administrator's Pa55word"))
                .isTrue();
        page.sendFirst().enterRight(world.realm().inbox().codeFor(carl)).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("carl");
    }

    @Test
    void userWhoWasDisabledAfterTheCodeGetsNoNewPassword() {
        TestUser dora = world.user("dora");
        ResetCodePage page = world.ask("dora");
        NewPasswordPage form = page.enterRight(world.realm().inbox().codeFor(dora));
        dora.change(user -> user.setEnabled(false));

        form.set(LoginWorld.NEW);

        assertThat(page.page()).not().hasTitle("The application");
        assertThat(page.page().locator("body")).not().containsText("internal server error");
        dora.change(user -> user.setEnabled(true));
        assertThat(world.realm().canSignIn(dora, LoginWorld.OLD)).isTrue();
    }

    @Test
    void languageChosenOnThePageSendsNothingAndLosesNothing() {
        world.realm().change(realm -> {
            realm.setInternationalizationEnabled(true);
            realm.setSupportedLocales(Set.of("en", "de"));
            realm.setDefaultLocale("en");
        });
        TestUser emil = world.user("emil");
        ResetCodePage page = world.ask("emil");
        String code = world.realm().inbox().codeFor(emil);

        Object german = page.page()
                .evaluate("[...document.querySelectorAll('[value], [href]')]"
                        + ".map(e => e.getAttribute('value') || e.getAttribute('href'))"
                        + ".find(link => link.includes('kc_locale=de'))");
        page.page().navigate(world.realm().keycloak().url().toString() + german);

        assertThat(page.page().locator("html")).hasAttribute("lang", "de");
        new ResetCodePage(page.page()).enterRight(code).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("emil");
        world.realm().change(realm -> realm.setInternationalizationEnabled(false));
    }

    @Test
    void bareLinkOfAnApplicationLeadsBackToIt() {
        TestUser finn = world.user("finn");
        Page page = world.browser().newPage();
        page.navigate(world.realm().keycloak().url() + "/realms/"
                + world.realm().name() + "/login-actions/reset-credentials?client_id=web&redirect_uri="
                + world.app().address() + "/back");

        new ChooseUserPage(page)
                .choose("finn")
                .enterRight(world.realm().inbox().codeFor(finn))
                .set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("finn");
    }

    @Test
    void eventsTellTheWholeStoryOnce() {
        TestUser gina = world.user("gina");
        ResetCodePage page = world.ask("gina");
        String code = world.realm().inbox().codeFor(gina);
        page.enterWrong(LoginWorld.wrong(code));
        page.enterRight(code).set(LoginWorld.NEW);
        new AppPage(page.page());

        List<String> story = world.realm().events().stream()
                .filter(event -> gina.id().equals(event.getUserId()) || isAbout(event, "gina"))
                .map(EventRepresentation::getType)
                .toList();

        // Some are of the same millisecond.
        assertThat(story)
                .containsExactlyInAnyOrder(
                        "CODE_TO_TOKEN",
                        "LOGIN",
                        "EXECUTE_ACTION_TOKEN",
                        "UPDATE_CREDENTIAL",
                        "UPDATE_PASSWORD",
                        "RESET_PASSWORD",
                        "RESET_PASSWORD_ERROR",
                        "SEND_RESET_PASSWORD");
    }

    private static boolean isAbout(EventRepresentation event, String username) {
        return event.getDetails() != null && username.equals(event.getDetails().get("username"));
    }
}
