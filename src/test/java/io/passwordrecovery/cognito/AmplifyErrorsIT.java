// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What Amplify throws over codes and new passwords: {@code error.name} and {@code error.message}. */
@MovesTheClock
class AmplifyErrorsIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String WRONG_CODE = "000000";
    static final String MISMATCH = "CodeMismatchException: Invalid verification code provided, please try again.";
    static final String LIMIT = "LimitExceededException: Attempt limit exceeded, please try after some time.";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final AmplifyInNode amplify = new AmplifyInNode(realm);

    @BeforeAll
    static void policy() {
        realm.passwordPolicy("length(8) and passwordHistory(3) and testkit-fault(undefined)");
    }

    @AfterEach
    void realTime() {
        keycloak.resetClock();
    }

    @Test
    void wrongCode() {
        codeFor(user("alice"));

        assertThat(confirm("alice", WRONG_CODE, NEW)).isEqualTo(MISMATCH);
    }

    @Test
    void unknownUserDisabledUserAndUserWhoNeverAskedAreToldTheSame() {
        user("asleep");
        realm.user("closed")
                .email("closed@example.test")
                .password(OLD)
                .disabled()
                .create();
        amplify.resetPassword("closed");

        assertThat(confirm("nobody", "123456", NEW)).isEqualTo(MISMATCH);
        assertThat(confirm("asleep", "123456", NEW)).isEqualTo(MISMATCH);
        assertThat(confirm("closed", "123456", NEW)).isEqualTo(MISMATCH);
    }

    @Test
    void expiredCodeIsCalledSoForUnknownUsersToo() {
        String expired = "ExpiredCodeException: Invalid code provided, please request a code again.";
        String code = codeFor(user("bob"));
        amplify.resetPassword("nobody-too");

        keycloak.advance(Duration.ofMinutes(10));

        assertThat(confirm("bob", code, NEW)).isEqualTo(expired);
        assertThat(confirm("nobody-too", code, NEW)).isEqualTo(expired);
    }

    @Test
    void usedCode() {
        TestUser carol = user("carol");
        String code = codeFor(carol);
        amplify.confirmResetPassword("carol", code, NEW).json();

        assertThat(confirm("carol", code, "Other-Pa55w0rd")).isEqualTo(MISMATCH);
        assertThat(realm.canSignIn(carol, NEW)).isTrue();
    }

    @Test
    void secondCodeTooSoon() {
        codeFor(user("dave"));

        assertThat(amplify.resetPassword("dave").error()).isEqualTo(LIMIT);
    }

    @Test
    void tooManyWrongCodes() {
        String code = codeFor(user("erin"));
        IntStream.range(0, 5)
                .forEach(i -> assertThat(confirm("erin", WRONG_CODE, NEW)).isEqualTo(MISMATCH));

        assertThat(confirm("erin", code, NEW)).isEqualTo(LIMIT);
    }

    @Test
    void refusedPasswordKeepsTheCode() {
        TestUser frank = user("frank");
        String code = codeFor(frank);

        assertThat(confirm("frank", code, "Pa55"))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: "
                        + "Invalid password: minimum length 8.");
        assertThat(confirm("frank", code, OLD))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: "
                        + "Invalid password: must not be equal to any of last 3 passwords.");
        amplify.confirmResetPassword("frank", code, NEW).json();
    }

    @Test
    void fault() {
        String code = codeFor(user("kate"));

        assertThat(confirm("kate", code, "fault-Pa55w0rd"))
                .isEqualTo("InternalErrorException: Something went wrong. Please try again later.");
    }

    private static String confirm(String username, String code, String password) {
        return amplify.confirmResetPassword(username, code, password).error();
    }

    private static String codeFor(TestUser user) {
        amplify.resetPassword(user.username()).json();
        return realm.inbox().codeFor(user);
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
