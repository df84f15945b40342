// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.KeycloakServer;
import io.passwordrecovery.testkit.TestRealm;
import io.passwordrecovery.testkit.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** Every error that the resource knows, as Amplify throws it: {@code error.name} and {@code error.message}. */
class AmplifyErrorsIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String WRONG_CODE = "000000";
    static final String MISMATCH = "CodeMismatchException: Invalid verification code provided, please try again.";
    static final String LIMIT = "LimitExceededException: Attempt limit exceeded, please try after some time.";

    static final KeycloakServer keycloak = KeycloakServer.shared();

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
    void wrongOldPassword() {
        String token = realm.tokenFor(user("grace"));

        assertThat(amplify.updatePassword(token, "Wrong-Pa55w0rd", NEW).error())
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        assertThat(amplify.updatePassword(token, OLD, "Pa55").error()).startsWith("InvalidPasswordException: ");
    }

    @Test
    void expiredForeignAndUnderprivilegedTokens() {
        TestUser heidi = user("heidi");
        realm.client("narrow", client -> client.setFullScopeAllowed(false));
        String narrow = realm.tokens().of("narrow", "").signIn("heidi", OLD).access();
        String refresh = realm.tokens().signIn("heidi", OLD).refresh();
        String token = realm.tokenFor(heidi);

        assertThat(amplify.updatePassword(narrow, OLD, NEW).error())
                .isEqualTo("NotAuthorizedException: Access Token does not have required scopes");
        assertThat(amplify.updatePassword(refresh, OLD, NEW).error())
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        keycloak.advance(Duration.ofHours(2));
        assertThat(amplify.updatePassword(token, OLD, NEW).error())
                .isEqualTo("NotAuthorizedException: Access Token has expired");
    }

    @Test
    void confidentialClientWhichAmplifyCannotBe() {
        realm.confidentialClient("server", "server-secret");

        assertThat(amplify.callAs("server", "resetPassword", Map.of("username", "ivan"))
                        .error())
                .isEqualTo("NotAuthorizedException: "
                        + "Client server is configured with secret but SECRET_HASH was not received");
    }

    @Test
    void unknownClient() {
        assertThat(amplify.callAs("stranger", "resetPassword", Map.of("username", "ivan"))
                        .error())
                .isEqualTo("ResourceNotFoundException: User pool client stranger does not exist.");
    }

    @Test
    void malformedMembers() {
        String invalid = "InvalidParameterException: 1 validation error detected: Value at ";
        Map<String, String> eleven =
                IntStream.range(0, 11).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value"));

        assertThat(amplify.resetPassword("x".repeat(129)).error())
                .isEqualTo(invalid + "'username' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 128");
        assertThat(amplify.resetPassword(" ").error())
                .isEqualTo(invalid + "'username' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
        assertThat(confirm("judy", "123456", "x".repeat(257)))
                .isEqualTo(invalid + "'password' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 256");
        assertThat(withMetadata(eleven))
                .isEqualTo(invalid + "'clientMetadata' failed to satisfy constraint: "
                        + "Member must have at most 10 entries");
    }

    @Test
    void metadataOfAnotherTypeThanText() {
        assertThat(withMetadata(Map.of("number", 1)))
                .isEqualTo("SerializationException: ClientMetadata must be a map of strings to strings.");
    }

    @Test
    void operationThatIsNotServed() {
        assertThat(amplify.call("signUp", Map.of("username", "judy", "password", NEW))
                        .error())
                .isEqualTo("UnknownOperationException: Only the password operations are served here.");
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

    private static String withMetadata(Map<String, ?> metadata) {
        return amplify.call("resetPassword", Map.of("username", "judy", "options", Map.of("clientMetadata", metadata)))
                .error();
    }

    private static String codeFor(TestUser user) {
        amplify.resetPassword(user.username()).json();
        return realm.inbox().codeFor(user);
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
