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

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What Amplify throws over who calls and what is sent: {@code error.name} and {@code error.message}. */
@MovesTheClock
class AmplifyCallerErrorsIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final AmplifyInNode amplify = new AmplifyInNode(realm);

    @BeforeAll
    static void policy() {
        realm.passwordPolicy("length(8)");
    }

    @AfterEach
    void realTime() {
        keycloak.resetClock();
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
        assertThat(amplify.confirmResetPassword("judy", "123456", "x".repeat(257))
                        .error())
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

    private static String withMetadata(Map<String, ?> metadata) {
        return amplify.call("resetPassword", Map.of("username", "judy", "options", Map.of("clientMetadata", metadata)))
                .error();
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
