// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.CredentialRepresentation;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A user changes the password with the one that they know, or with a code in its place. */
@MovesTheClock
@Tag("journey")
class ChangePasswordBrowserIT {
    static final String CURRENT = "password-current";

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.on(KeycloakServer.withMovableClock());

    @BeforeAll
    static void strictPolicy() {
        world.realm().passwordPolicy("length(12) and digits(2) and upperCase(1)");
    }

    @Test
    void currentPasswordAndANewOneAreEnoughForAnApplicationThatAsks() {
        TestUser alice = world.user("alice");
        Page page = world.signedIn(alice);

        start(page).change(LoginWorld.OLD, LoginWorld.NEW);

        AppPage back = new AppPage(page);
        assertThat(back.actionStatus()).isEqualTo("success");
        assertThat(back.user()).isEqualTo("alice");
        assertThat(world.realm().canSignIn(alice, LoginWorld.NEW)).isTrue();
    }

    @Test
    void wrongCurrentPasswordIsToldAndChangesNothing() {
        TestUser bob = world.user("bob");
        Page page = world.signedIn(bob);

        NewPasswordPage form = start(page);
        form.change("not the old Pa55word", LoginWorld.NEW);

        assertThat(form.error(CURRENT)).containsText("The current password is not right");
        assertThat(form.current()).isFocused();
        assertThat(world.realm().canSignIn(bob, LoginWorld.OLD)).isTrue();
        form.change(LoginWorld.OLD, LoginWorld.NEW);
        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
    }

    @Test
    void missingCurrentPasswordIsToldAtItsField() {
        NewPasswordPage form = start(world.signedIn(world.user("cora")));

        form.set(LoginWorld.NEW);

        assertThat(form.error(CURRENT)).containsText("Please enter your current password");
    }

    @Test
    void confirmationHasToBeTheSame() {
        NewPasswordPage form = start(world.signedIn(world.user("dave")));

        form.current().fill(LoginWorld.OLD);
        form.set(LoginWorld.NEW, LoginWorld.NEW + "x");

        assertThat(form.error("password-confirm")).isVisible();
        form.change(LoginWorld.OLD, LoginWorld.NEW);
        assertThat(new AppPage(form.page()).actionStatus()).isEqualTo("success");
    }

    @Test
    void everyBrokenRuleOfThePolicyIsShown() {
        NewPasswordPage form = start(world.signedIn(world.user("ella")));

        form.change(LoginWorld.OLD, "short");

        assertThat(form.error("password-new")).containsText("minimum length 12");
        assertThat(form.error("password-new")).containsText("at least 2 numerical digits");
        assertThat(form.error("password-new")).containsText("at least 1 upper case");
    }

    @Test
    void cancelTellsTheApplicationAndChangesNothing() {
        TestUser frank = world.user("frank");
        Page page = world.signedIn(frank);

        start(page).cancel();

        assertThat(new AppPage(page).actionStatus()).isEqualTo("cancelled");
        assertThat(world.realm().canSignIn(frank, LoginWorld.OLD)).isTrue();
    }

    @Test
    void whatAnAdministratorHasSetCannotBeCancelledAndAsksForTheCurrentPassword() {
        TestUser grace = userWith("grace", "CHANGE_PASSWORD");

        NewPasswordPage form = signIn("grace");
        assertThat(form.cancelButton()).isHidden();
        form.change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(new AppPage(form.page()).user()).isEqualTo("grace");
        assertThat(grace.resource().toRepresentation().getRequiredActions()).isEmpty();
    }

    @Test
    void oneNewPasswordIsEnoughForBothActions() {
        TestUser gerd = userWith("gerd", "CHANGE_PASSWORD", "UPDATE_PASSWORD");

        NewPasswordPage form = signIn("gerd");
        form.set(LoginWorld.NEW);

        assertThat(new AppPage(form.page()).user()).isEqualTo("gerd");
        assertThat(gerd.resource().toRepresentation().getRequiredActions()).isEmpty();
    }

    @Test
    void userWithoutAPasswordProvesHimselfWithACode() {
        TestUser heidi = world.user("heidi");
        Page page = world.signedIn(heidi);
        dropPassword(heidi);

        page.navigate(world.app().signIn("state", kcAction()));
        ResetCodePage code = new ResetCodePage(page);
        assertThat(code.intro()).containsText("Your account has no password yet");
        code.sendFirst().enterRight(world.realm().inbox().codeFor(heidi)).set(LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
        assertThat(world.realm().canSignIn(heidi, LoginWorld.NEW)).isTrue();
    }

    @Test
    void userWhoForgotTheCurrentPasswordProvesHimselfWithACode() {
        TestUser ivan = world.user("ivan");
        Page page = world.signedIn(ivan);

        ResetCodePage code = start(page).forgotten();
        NewPasswordPage form = code.enterRight(world.realm().inbox().codeFor(ivan));
        assertThat(form.current()).isHidden();
        form.set(LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
        assertThat(world.realm().canSignIn(ivan, LoginWorld.NEW)).isTrue();
    }

    @Test
    void userWhoRemembersGoesBackFromTheCode() {
        TestUser judy = world.user("judy");
        Page page = world.signedIn(judy);

        start(page).forgotten().startAgain();
        new NewPasswordPage(page).change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
    }

    @Test
    void userWithoutAnAddressIsNotOfferedACode() {
        TestUser karl = world.realm().user("karl").password(LoginWorld.OLD).create();
        Page page = world.signedIn(karl);

        assertThat(start(page).forgottenButton()).isHidden();

        dropPassword(karl);
        page.navigate(world.app().signIn("state", kcAction()));
        assertThat(new ResetCodePage(page).message()).containsText("There is no address that a code could be sent to");
        page.locator("#kc-cancel").click();
        assertThat(new AppPage(page).actionStatus()).isEqualTo("cancelled");
    }

    @Test
    void oldSessionHasToBeRenewedFirst() {
        world.configure(Map.of("max_auth_age", "0"));
        Page page = world.signedIn(world.user("liam"));
        // Keycloak counts in whole seconds.
        world.realm().keycloak().advance(Duration.ofSeconds(2));

        page.navigate(world.app().signIn("state", kcAction()));
        new SignInPage(page).signInAgain(LoginWorld.OLD);
        new NewPasswordPage(page).change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
    }

    static Map<String, String> kcAction() {
        return Map.of("kc_action", "CHANGE_PASSWORD");
    }

    private static NewPasswordPage start(Page page) {
        page.navigate(world.app().signIn("state", kcAction()));
        return new NewPasswordPage(page);
    }

    private static TestUser userWith(String name, String... actions) {
        return world.newUser(name)
                .password(LoginWorld.OLD)
                .with(user -> user.setRequiredActions(List.of(actions)))
                .create();
    }

    private static NewPasswordPage signIn(String username) {
        Page page = world.browser().newPage();
        page.navigate(world.app().signIn("state"));
        new SignInPage(page).signIn(username, LoginWorld.OLD);
        return new NewPasswordPage(page);
    }

    private static void dropPassword(TestUser user) {
        user.resource().credentials().stream()
                .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                .forEach(credential -> user.resource().removeCredential(credential.getId()));
    }
}
