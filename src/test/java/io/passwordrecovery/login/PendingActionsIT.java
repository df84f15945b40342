// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What else an account has to do is not done on a code alone. */
class PendingActionsIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
        for (String action : List.of("TERMS_AND_CONDITIONS", "UPDATE_EMAIL", "CONFIGURE_RECOVERY_AUTHN_CODES")) {
            realm.enableAction(action);
        }
    }

    @AfterEach
    void asItWas() {
        realm.change(wanted -> wanted.setVerifyEmail(false));
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
        realm.switchOn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIGURE_TOTP",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless",
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "TERMS_AND_CONDITIONS"
            })
    void pendingActionWaitsForAFreshSignInWithTheSecondFactor(String action) {
        TestUser user = userWith("app-" + action, action);

        FormClient page = reset(fromTheApplication(), user);

        assertThat(page.html()).contains("Your password has been changed").contains("kc-form-login");
        assertThat(pending(user)).containsExactly(action);
        page.submit(Map.of("username", user.username(), "password", LoginWorld.NEW));
        assertThat(page.html()).contains("kc-otp-login-form");
        page.submit(Map.of("otp", Otp.code()));
        assertThat(page.html()).doesNotContain("kc-otp-login-form").doesNotContain("The application");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIGURE_TOTP",
                "CONFIGURE_RECOVERY_AUTHN_CODES",
                "webauthn-register",
                "webauthn-register-passwordless",
                "UPDATE_PROFILE",
                "UPDATE_EMAIL",
                "TERMS_AND_CONDITIONS"
            })
    void bareLinkDoesNoPendingActionEither(String action) {
        TestUser user = userWith("bare-" + action, action);

        FormClient page = reset(bareLink(), user);

        assertThat(page.html()).contains("Your password has been changed").doesNotContain("<form");
        assertThat(pending(user)).containsExactly(action);
        assertThat(user.sessions()).isZero();
    }

    @Test
    void pendingActionWaitsForASignInWhereThereIsNoSecondFactor() {
        TestUser user = realm.user("single")
                .email("single@example.test")
                .password(LoginWorld.OLD)
                .with(wanted -> wanted.setRequiredActions(List.of("UPDATE_PROFILE")))
                .create();

        FormClient page = reset(fromTheApplication(), user);

        assertThat(page.html()).contains("Your password has been changed").contains("kc-form-login");
        assertThat(user.sessions()).isZero();
    }

    @Test
    void actionThatTheApplicationWantsWaitsForASignInToo() {
        TestUser user = realm.user("wanted")
                .email("wanted@example.test")
                .password(LoginWorld.OLD)
                .create();
        String signIn = app.signIn("state", Map.of("kc_action", "CONFIGURE_TOTP"));

        FormClient page = reset(new FormClient().open(URI.create(signIn)).follow("reset-credentials"), user);

        assertThat(page.html()).contains("Your password has been changed").contains("kc-form-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGE_PASSWORD", "UPDATE_PASSWORD"})
    void newPasswordIsTheOneThatTheApplicationWanted(String action) {
        TestUser user = realm.user("changes-" + action)
                .email("changes-" + action + "@example.test")
                .password(LoginWorld.OLD)
                .create();
        String signIn = app.signIn("state", Map.of("kc_action", action));

        FormClient page = reset(new FormClient().open(URI.create(signIn)).follow("reset-credentials"), user);

        assertThat(page.html()).contains("<p id=\"action-status\">success</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void oneNewPasswordIsEnoughForEveryActionThatAsksForOne(String served) {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "serve-update-password", served));
        TestUser user = realm.user("temporary-" + served)
                .email("temporary-" + served + "@example.test")
                .password(LoginWorld.OLD)
                .with(wanted -> wanted.setRequiredActions(List.of("UPDATE_PASSWORD", "CHANGE_PASSWORD")))
                .create();

        FormClient page = reset(fromTheApplication(), user);

        assertThat(page.html()).contains("The application");
        assertThat(pending(user)).isEmpty();
        assertThat(realm.canSignIn(user, LoginWorld.NEW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void codeVerifiesTheAddressThatItWasSentTo(String isAlreadyPending) {
        realm.change(wanted -> wanted.setVerifyEmail(true));
        TestUser user = realm.user("unverified-" + isAlreadyPending)
                .unverifiedEmail("unverified-" + isAlreadyPending + "@example.test")
                .password(LoginWorld.OLD)
                .with(wanted -> wanted.setRequiredActions(
                        Boolean.parseBoolean(isAlreadyPending) ? List.of("VERIFY_EMAIL") : List.of()))
                .create();

        FormClient page = reset(fromTheApplication(), user);

        assertThat(page.html()).contains("The application");
        assertThat(user.resource().toRepresentation().isEmailVerified()).isTrue();
        assertThat(pending(user)).isEmpty();
    }

    @Test
    void resetWorksWhereTheSwitchIsOff() {
        TestUser user = userWith("off", "CONFIGURE_RECOVERY_AUTHN_CODES");
        realm.switchOff();

        FormClient page = reset(fromTheApplication(), user);

        assertThat(page.html()).contains("Your password has been changed").contains("kc-form-login");
        assertThat(pending(user)).containsExactly("CONFIGURE_RECOVERY_AUTHN_CODES");
        assertThat(realm.canSignIn(user, LoginWorld.OLD)).isFalse();
    }

    private static TestUser userWith(String name, String action) {
        return Otp.withPassword(realm.user(name).email(name + "@example.test"), LoginWorld.OLD)
                .with(user -> user.setRequiredActions(List.of(action)))
                .create();
    }

    private static FormClient fromTheApplication() {
        return new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
    }

    private static FormClient bareLink() {
        return new FormClient()
                .open(URI.create(realm.keycloak().url() + "/realms/" + realm.name()
                        + "/login-actions/reset-credentials?client_id=" + TestApp.CLIENT));
    }

    private static FormClient reset(FormClient chooseUser, TestUser user) {
        chooseUser.submit(Map.of("username", user.username()));
        chooseUser.submit(Map.of("code", realm.inbox().codeFor(user)));
        assertThat(chooseUser.html()).contains("kc-change-password-form");
        return chooseUser.submit(Map.of("password-new", LoginWorld.NEW, "password-confirm", LoginWorld.NEW));
    }

    private static List<String> pending(TestUser user) {
        return user.resource().toRepresentation().getRequiredActions();
    }
}
