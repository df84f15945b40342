// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.CredentialRepresentation;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.OtpPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** A reset never takes anybody past a second factor. */
class SecondFactorBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @AfterEach
    void switchedOn() {
        world.realm().switchOn();
    }

    @Test
    void userWithOtpGetsToTheApplicationOnlyThroughTheOtpPageInTheSameTab() {
        TestUser alice = userWithOtp("alice");
        Page page = world.browser().newPage();
        page.navigate(world.app().signIn("state-of-alice"));

        resetAt(new SignInPage(page).forgotPassword().choose("alice"), alice);

        SignInPage signIn = new SignInPage(page);
        assertThat(signIn.message()).contains("Your password has been changed");
        signInWithOtp(page, "alice");
        assertThat(new AppPage(page).user()).isEqualTo("alice");
        assertThat(new AppPage(page).state()).isEqualTo("state-of-alice");
    }

    @Test
    void userWithOtpIsNotSignedInElsewhereByTheReset() {
        TestUser bob = userWithOtp("bob");
        ResetCodePage page = world.ask("bob");

        resetAt(page, bob);
        new SignInPage(page.page());

        page.page().navigate(world.app().signIn("again"));
        new SignInPage(page.page());
        assertThat(bob.sessions()).isZero();
    }

    @Test
    void neverDoesNotTakeAnybodyPastTheOtp() {
        world.configure(Map.of("sign-in-again", "never"));
        TestUser carol = userWithOtp("carol");
        ResetCodePage page = world.ask("carol");

        resetAt(page, carol);

        signInWithOtp(page.page(), "carol");
        assertThat(new AppPage(page.page()).user()).isEqualTo("carol");
    }

    @Test
    void neverTakesAUserWithoutASecondFactorStraightToTheApplication() {
        world.configure(Map.of("sign-in-again", "never"));
        TestUser dan = world.user("dan");
        ResetCodePage page = world.ask("dan");

        resetAt(page, dan);

        assertThat(new AppPage(page.page()).user()).isEqualTo("dan");
    }

    @Test
    void alwaysAsksEverybodyToSignInAgain() {
        world.configure(Map.of("sign-in-again", "always"));
        TestUser eve = world.user("eve");
        ResetCodePage page = world.ask("eve");

        resetAt(page, eve);

        new SignInPage(page.page()).signIn("eve", LoginWorld.NEW);
        assertThat(new AppPage(page.page()).state()).isEqualTo("state");
    }

    @Test
    void recoveryCodesAreASecondFactorToo() {
        TestUser finn = user("finn", "recovery-authn-codes", """
                {"hashIterations":1,"algorithm":"SHA-512","total":1,"remaining":1}""", """
                {"codes":[{"number":1,"encodedHashedValue":"aGFzaA=="}]}""");
        ResetCodePage page = world.ask("finn");

        resetAt(page, finn);

        assertThat(new SignInPage(page.page()).message()).contains("Your password has been changed");
        assertThat(finn.sessions()).isZero();
    }

    @Test
    void otpThatTheFlowItselfAsksForIsAskedForOnce() {
        try (LoginWorld strict = LoginWorld.create("auth-otp-form")) {
            strict.configure(Map.of("sign-in-again", "never"));
            TestUser gus = Otp.of(strict.newUser("gus")).create();
            ResetCodePage page = strict.ask("gus");

            page.enterRight(strict.realm().inbox().codeFor(gus)).set(LoginWorld.NEW);
            new OtpPage(page.page()).enter(Otp.code());

            assertThat(new AppPage(page.page()).user()).isEqualTo("gus");
        }
    }

    @Test
    void userWithOtpSignsInAgainWhereTheSwitchIsOff() {
        world.realm().switchOff();
        TestUser hal = userWithOtp("hal");
        ResetCodePage page = world.ask("hal");

        resetAt(page, hal);

        assertThat(new SignInPage(page.page()).message()).contains("Your password has been changed");
        assertThat(hal.sessions()).isZero();
        signInWithOtp(page.page(), "hal");
        assertThat(new AppPage(page.page()).user()).isEqualTo("hal");
    }

    @Test
    void userWithoutASecondFactorIsSignedInWhereTheSwitchIsOff() {
        world.realm().switchOff();
        TestUser ida = world.user("ida");
        ResetCodePage page = world.ask("ida");

        resetAt(page, ida);

        assertThat(new AppPage(page.page()).user()).isEqualTo("ida");
    }

    @Test
    void stepAfterTheNewPasswordThatAsksForNoSecondFactorDoesNotTakeAnybodyPastIt() {
        try (LoginWorld odd = LoginWorld.create("reset-password")) {
            odd.configure(Map.of("sign-in-again", "never"));
            TestUser jan = Otp.of(odd.newUser("jan")).create();
            TestUser kai = odd.user("kai");

            ResetCodePage first = odd.ask("jan");
            first.enterRight(odd.realm().inbox().codeFor(jan)).set(LoginWorld.NEW);
            assertThat(new SignInPage(first.page()).message()).contains("Your password has been changed");

            ResetCodePage second = odd.ask("kai");
            second.enterRight(odd.realm().inbox().codeFor(kai)).set(LoginWorld.NEW);
            assertThat(new AppPage(second.page()).user()).isEqualTo("kai");
        }
    }

    private static void resetAt(ResetCodePage page, TestUser user) {
        page.enterRight(world.realm().inbox().codeFor(user)).set(LoginWorld.NEW);
    }

    private static void signInWithOtp(Page page, String username) {
        new SignInPage(page).signIn(username, LoginWorld.NEW);
        new OtpPage(page).enter(Otp.code());
    }

    private static TestUser userWithOtp(String name) {
        return Otp.of(world.newUser(name)).create();
    }

    private static TestUser user(String name, String type, String data, String secret) {
        return world.newUser(name)
                .with(user -> user.setCredentials(List.of(credential(type, data, secret))))
                .create();
    }

    private static CredentialRepresentation credential(String type, String data, String secret) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(type);
        credential.setCredentialData(data);
        credential.setSecretData(secret);
        return credential;
    }
}
