// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.CredentialRepresentation;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.InfoPage;
import io.passwordrecovery.login.pages.KeycloakPasswordPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's own "Update Password", on this plugin's page and, where the realm does not want that, on Keycloak's. */
@MovesTheClock
@Tag("journey")
class UpdatePasswordBrowserIT {
    static final Map<String, String> KC_ACTION = Map.of("kc_action", "UPDATE_PASSWORD");
    static final Pattern LINK = Pattern.compile("http\\S+action-token\\S+");

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.on(KeycloakServer.withMovableClock());

    @AfterEach
    void asItWas() {
        world.realm().switchOn();
        world.realm().passwordPolicy("");
    }

    @Test
    void userWithASessionIsAskedForTheCurrentPassword() {
        TestUser alice = world.user("alice");
        Page page = world.signedIn(alice);

        page.navigate(world.app().signIn("state", KC_ACTION));
        NewPasswordPage form = new NewPasswordPage(page);
        form.change("not the old Pa55word", LoginWorld.NEW);
        assertThat(form.error("password-current")).containsText("The current password is not right");
        form.change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");
        assertThat(world.realm().canSignIn(alice, LoginWorld.NEW)).isTrue();
    }

    @Test
    void accountConsolesButtonLeadsToThePageAndBack() {
        TestUser bea = world.user("bea");
        Page page = world.browser().newPage();
        page.navigate(world.realm().keycloak().url() + "/realms/"
                + world.realm().name() + "/account/account-security/signing-in");
        new SignInPage(page).signIn("bea", LoginWorld.OLD);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Update"))
                .click();
        new NewPasswordPage(page).change(LoginWorld.OLD, LoginWorld.NEW);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Signing in")))
                .isVisible();
        assertThat(world.realm().canSignIn(bea, LoginWorld.NEW)).isTrue();
    }

    @Test
    void temporaryPasswordThatWasJustEnteredIsNotAskedForAgain() {
        TestUser carl = world.user("carl");
        setTemporaryPassword(carl);
        Page page = signIn("carl", "temporary Pa55word");

        NewPasswordPage form = new NewPasswordPage(page);
        assertThat(form.current()).isHidden();
        form.set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("carl");
        assertThat(carl.resource().toRepresentation().getRequiredActions()).isEmpty();
    }

    @Test
    void expiredPasswordThatWasJustEnteredIsNotAskedForAgainAndTheNewOneIsNotExpired() {
        world.user("dora");
        world.realm().passwordPolicy("forceExpiredPasswordChange(1)");
        world.realm().keycloak().advance(Duration.ofDays(2));
        Page page = signIn("dora", LoginWorld.OLD);

        NewPasswordPage form = new NewPasswordPage(page);
        assertThat(form.current()).isHidden();
        form.set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("dora");
        new AppPage(signIn("dora", LoginWorld.NEW));
    }

    @Test
    void resetOfAnExpiredPasswordAsksForOneNewPasswordOnly() {
        TestUser emma = world.user("emma");
        world.realm().passwordPolicy("forceExpiredPasswordChange(1)");
        world.realm().keycloak().advance(Duration.ofDays(2));
        Page page = world.browser().newPage();

        world.ask(page, "emma").enterRight(world.realm().inbox().codeFor(emma)).set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("emma");
    }

    @Test
    void administratorsMailIsProofEnough() {
        TestUser fred = world.user("fred");
        fred.resource().executeActionsEmail(List.of("UPDATE_PASSWORD"));
        Page page = world.browser().newPage();

        page.navigate(linkFor(fred));
        new InfoPage(page).goOn();
        NewPasswordPage form = new NewPasswordPage(page);
        assertThat(form.current()).isHidden();
        form.set(LoginWorld.NEW);

        new InfoPage(page);
        assertThat(world.realm().canSignIn(fred, LoginWorld.NEW)).isTrue();
    }

    @Test
    void pageThatWaitedTooLongAfterTheSignInAsksForThePassword() {
        TestUser gina = world.user("gina");
        setTemporaryPassword(gina);
        Page page = signIn("gina", "temporary Pa55word");
        new NewPasswordPage(page);

        world.realm().keycloak().advance(Duration.ofMinutes(4));
        page.reload();
        assertThat(new NewPasswordPage(page).current()).isHidden();
        world.realm().keycloak().advance(Duration.ofMinutes(4));
        page.reload();

        assertThat(new NewPasswordPage(page).current()).isVisible();
    }

    @Test
    void keycloaksOwnPageServesARealmWhoseSwitchIsOff() {
        world.realm().switchOff();

        keycloaksOwnPageIsShownThreeTimes("hugo");
    }

    @Test
    void keycloaksOwnPageServesARealmThatWantsIt() {
        world.configure(Map.of("serve-update-password", "false"));

        keycloaksOwnPageIsShownThreeTimes("ines");
    }

    private static void keycloaksOwnPageIsShownThreeTimes(String name) {
        TestUser user = world.user(name);
        Page page = world.signedIn(user);

        page.navigate(world.app().signIn("state", KC_ACTION));
        new KeycloakPasswordPage(page).set(LoginWorld.NEW);
        assertThat(new AppPage(page).actionStatus()).isEqualTo("success");

        setTemporaryPassword(user);
        Page second = signIn(name, "temporary Pa55word");
        new KeycloakPasswordPage(second).set(LoginWorld.OLD);
        assertThat(new AppPage(second).user()).isEqualTo(name);

        world.realm().passwordPolicy("forceExpiredPasswordChange(1)");
        world.realm().keycloak().advance(Duration.ofDays(2));
        Page third = signIn(name, LoginWorld.OLD);
        new KeycloakPasswordPage(third).set(LoginWorld.NEW);
        assertThat(new AppPage(third).user()).isEqualTo(name);
    }

    private static Page signIn(String username, String password) {
        Page page = world.browser().newPage();
        page.navigate(world.app().signIn("state"));
        new SignInPage(page).signIn(username, password);
        return page;
    }

    private static void setTemporaryPassword(TestUser user) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue("temporary Pa55word");
        credential.setTemporary(true);
        user.resource().resetPassword(credential);
    }

    private static String linkFor(TestUser user) {
        Matcher link =
                LINK.matcher(world.realm().inbox().awaitMail(user.email()).text());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
