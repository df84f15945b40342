// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.node.NodeScript;
import io.passwordrecovery.testkit.node.NodeScript.Result;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The AWS SDK for JavaScript, version 3: typed exceptions, request ids, confidential clients. */
class AwsSdkNodeIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final NodeScript sdk = new NodeScript("sdk.mjs");

    static final String ADDRESS = CognitoApi.of(realm).address().toString();

    @BeforeAll
    static void confidentialClient() {
        realm.confidentialClient("server", "server-secret");
        realm.passwordPolicy("length(8)");
    }

    @Test
    void addressIsServedWithAndWithoutSlash() {
        TestUser alice = user("alice");

        Result asked = send(ADDRESS, "ForgotPassword", Map.of("ClientId", TestRealm.APP, "Username", "alice"));
        Result confirmed = send(
                ADDRESS + "/",
                "ConfirmForgotPassword",
                confirmation("alice", realm.inbox().codeFor(alice), NEW));

        assertThat(asked.returned().path("output").toString())
                .isEqualTo("{\"CodeDeliveryDetails\":{\"Destination\":\"***@***\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"AttributeName\":\"email\"}}");
        assertThat(asked.returned().at("/metadata/requestId").asText()).matches(UUID);
        assertThat(asked.returned().at("/metadata/httpStatusCode").asInt()).isEqualTo(200);
        assertThat(confirmed.returned().path("output").toString()).isEqualTo("{}");
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
    }

    @Test
    void errorsAreOfTheSdksOwnClasses() {
        TestUser bob = user("bob");
        send("ForgotPassword", Map.of("ClientId", TestRealm.APP, "Username", "bob"));
        String code = realm.inbox().codeFor(bob);

        assertTyped(send("ConfirmForgotPassword", confirmation("bob", "000000", NEW)), "CodeMismatchException");
        assertTyped(send("ConfirmForgotPassword", confirmation("bob", code, "Pa55")), "InvalidPasswordException");
        assertTyped(
                send("ForgotPassword", Map.of("ClientId", "stranger", "Username", "bob")), "ResourceNotFoundException");
        assertTyped(send("ForgotPassword", Map.of("ClientId", TestRealm.APP)), "InvalidParameterException");
        assertTyped(
                send("ForgotPassword", Map.of("ClientId", TestRealm.APP, "Username", "bob")), "LimitExceededException");
        assertTyped(
                send("ChangePassword", Map.of("AccessToken", "x", "PreviousPassword", OLD, "ProposedPassword", NEW)),
                "NotAuthorizedException");
    }

    // A refusal is not remembered: a flood of them would fill the store. Nothing is counted by it either.
    @Test
    void refusalThatIsTriedAgainStaysOne() {
        TestUser account = user("carol");
        Map<String, String> carol = Map.of("ClientId", TestRealm.APP, "Username", "carol");
        send("ForgotPassword", carol);

        Result refused = send("ForgotPassword", carol);

        assertThat(refused.thrown().at("/metadata/attempts").asInt()).isEqualTo(3);
        realm.inbox().codeFor(account);
        assertThat(realm.inbox().count(account.email())).isEqualTo(1);
        assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .filteredOn(event -> "carol".equals(event.getDetails().get("username")))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getError()).isEqualTo("rate_limited"));
    }

    @Test
    void signedInUserChangesTheKnownPassword() {
        TestUser dave = user("dave");

        Result updated = send(
                "ChangePassword",
                Map.of("AccessToken", realm.tokenFor(dave), "PreviousPassword", OLD, "ProposedPassword", NEW));

        assertThat(updated.returned().path("output").toString()).isEqualTo("{}");
        assertThat(realm.canSignIn(dave, NEW)).isTrue();
    }

    @Test
    void confidentialClientProvesItselfWithTheSecretHash() {
        TestUser erin = user("erin");
        Map<String, String> proven = Map.of(
                "ClientId", "server",
                "Username", "erin",
                "SecretHash", SecretHash.of("server-secret", "erin", "server"));
        Map<String, String> confirmation = new HashMap<>(proven);

        send("ForgotPassword", proven).json();
        confirmation.put("ConfirmationCode", realm.inbox().codeFor(erin));
        confirmation.put("Password", NEW);
        send("ConfirmForgotPassword", confirmation).json();

        assertThat(realm.canSignIn(erin, NEW)).isTrue();
    }

    @Test
    void wrongSecretHashIsRefusedAndNothingIsSent() {
        TestUser frank = user("frank");

        Result wrong = send(
                "ForgotPassword",
                Map.of(
                        "ClientId", "server",
                        "Username", "frank",
                        "SecretHash", SecretHash.of("server-secret", "erin", "server")));

        assertTyped(wrong, "NotAuthorizedException");
        assertThat(wrong.error()).isEqualTo("NotAuthorizedException: Unable to verify secret hash for client server");
        realm.inbox().expectNoMailFor(frank.email(), Duration.ofMillis(500));
    }

    private static void assertTyped(Result result, String name) {
        assertThat(result.error()).startsWith(name + ": ");
        assertThat(result.thrown().path("typed").asBoolean()).as(name).isTrue();
        assertThat(result.thrown().at("/metadata/requestId").asText()).matches(UUID);
        assertThat(result.thrown().at("/metadata/httpStatusCode").asInt()).isEqualTo(400);
    }

    private static Result send(String command, Map<String, ?> input) {
        return send(ADDRESS, command, input);
    }

    private static Result send(String endpoint, String command, Map<String, ?> input) {
        return sdk.call("send", Map.of("endpoint", endpoint, "command", command, "input", input));
    }

    private static Map<String, String> confirmation(String username, String code, String password) {
        return Map.of("ClientId", TestRealm.APP, "Username", username, "ConfirmationCode", code, "Password", password);
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
