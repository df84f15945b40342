// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who knew the old password has a page open, while the owner resets it and throws everybody out. */
class OldLoginIT {
    private static final String THIEFS = "the thief's Pa55word";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
    }

    @BeforeEach
    void asItWas() {
        configure("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void newPasswordThatWasToBeSetIsNotSet(String served) {
        configure(served);
        TestUser user = user("user-a-" + served);
        FormClient thief = signIn(user, Map.of("kc_action", "UPDATE_PASSWORD"));
        assertThat(thief.html()).contains("password-new");

        ownerResets(user);
        thief.submit(Map.of("password-new", THIEFS, "password-confirm", THIEFS));

        assertThat(thief.html()).contains("kc-form-login");
        assertThat(realm.canSignIn(user, LoginWorld.NEW)).isTrue();
        assertThat(realm.canSignIn(user, THIEFS)).isFalse();
    }

    @Test
    void cancelledActionOpensNoSession() {
        TestUser user = user("user-b");
        FormClient thief = signIn(user, Map.of("kc_action", "UPDATE_PROFILE"));
        assertThat(thief.html()).contains("kc-update-profile-form");

        ownerResets(user);
        thief.submit(Map.of("cancel-aia", "true"));

        assertThat(thief.html()).contains("kc-form-login");
        assertThat(user.sessions()).isZero();
    }

    @Test
    void finishedActionChangesNothingAndOpensNoSession() {
        TestUser user = user("user-c");
        FormClient thief = signIn(user, Map.of("kc_action", "UPDATE_PROFILE"));

        ownerResets(user);
        thief.submit(
                Map.of("username", "user-c", "email", "thief@example.test", "firstName", "The", "lastName", "Thief"));

        assertThat(thief.html()).contains("kc-form-login");
        assertThat(user.sessions()).isZero();
        assertThat(user.resource().toRepresentation().getEmail()).isEqualTo("user-c@example.test");
        assertThat(user.resource().toRepresentation().getLastName()).isEqualTo("user-c");
    }

    @Test
    void pageThatIsLoadedAgainLeadsToTheSignIn() {
        TestUser user = user("user-d");
        FormClient thief = signIn(user, Map.of("kc_action", "UPDATE_PROFILE"));

        ownerResets(user);
        thief.reload();

        assertThat(thief.html()).contains("kc-form-login").contains("Action expired");
    }

    @Test
    void sameHoldsForALoginThatWasOpenedByASession() {
        TestUser user = user("user-e");
        FormClient thief = signIn(user, Map.of());
        assertThat(thief.html()).contains("The application");
        thief.open(URI.create(app.signIn("state", Map.of("kc_action", "UPDATE_PROFILE"))));
        assertThat(thief.html()).contains("kc-update-profile-form");

        ownerResets(user);
        thief.submit(Map.of("cancel-aia", "true"));

        assertThat(thief.html()).contains("kc-form-login");
        assertThat(user.sessions()).isZero();
    }

    @Test
    void thiefWhoWasThrownOutGetsNoFurtherWithTheOldPassword() {
        TestUser user = user("user-f");
        FormClient thief = signIn(user, Map.of("kc_action", "UPDATE_PROFILE"));

        ownerResets(user);
        thief.submit(Map.of("cancel-aia", "true"));
        thief.submit(Map.of("username", "user-f", "password", LoginWorld.OLD));

        assertThat(thief.html()).contains("Invalid username or password");
        thief.submit(Map.of("username", "user-f", "password", LoginWorld.NEW));
        assertThat(thief.html()).doesNotContain("kc-form-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void newPasswordOfTheLoginItselfLeadsOnToTheRest(String served) {
        configure(served);
        TestUser user = realm.user("g-" + served)
                .email("g-" + served + "@example.test")
                .password(LoginWorld.OLD)
                .with(wanted -> wanted.setRequiredActions(List.of("UPDATE_PASSWORD", "TERMS_AND_CONDITIONS")))
                .create();
        realm.enableAction("TERMS_AND_CONDITIONS");
        FormClient owner = signIn(user, Map.of());
        String first = owner.html();

        owner.submit(
                first.contains("password-new")
                        ? Map.of("password-new", LoginWorld.NEW, "password-confirm", LoginWorld.NEW)
                        : Map.of());
        owner.submit(
                first.contains("password-new")
                        ? Map.of()
                        : Map.of("password-new", LoginWorld.NEW, "password-confirm", LoginWorld.NEW));

        assertThat(owner.html()).contains("The application");
    }

    private static void configure(String served) {
        realm.configure(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "serve-update-password", served));
    }

    private static TestUser user(String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password(LoginWorld.OLD)
                .create();
    }

    private static FormClient signIn(TestUser user, Map<String, String> parameters) {
        return new FormClient()
                .open(URI.create(app.signIn("state", parameters)))
                .submit(Map.of("username", user.username(), "password", LoginWorld.OLD));
    }

    private static void ownerResets(TestUser user) {
        realm.api().reset(TestRealm.APP, user.username());
        String code = realm.inbox().codeFor(user);
        assertThat(realm.api()
                        .confirm(TestRealm.APP, user.username(), code, LoginWorld.NEW)
                        .status())
                .isEqualTo(200);
    }
}
