// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** What clients send by mistake or by malice, and is told so. */
class CognitoInputIT {
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final CognitoApi api = CognitoApi.of(realm);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSCognitoIdentityProviderService.SignUp",
                "AWSCognitoIdentityProviderService.forgotpassword",
                "ForgotPassword",
                " "
            })
    void otherTargetIsAnUnknownOperation(String target) {
        assertRefused(api.with("X-Amz-Target", target).post(Map.of()), "UnknownOperationException");
    }

    @Test
    void missingTargetIsAnUnknownOperation() {
        assertRefused(api.post(Map.of("ClientId", APP, "Username", "alice")), "UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"ClientId\":\"app\",\"Username\":\"alice\"} {}",
                "{\"ClientId\":\"app\",\"Username\":\"alice\",\"Username\":\"bob\"}",
                "{\"ClientId\":\"app\",\"Username\":7}",
                "{\"ClientId\":[\"app\"],\"Username\":\"alice\"}",
                "{\"ClientId\":\"app\",\"Username\":\"alice\",\"ClientMetadata\":[]}",
                "{\"ClientId\":\"app\",\"Username\":\"alice\",\"ClientMetadata\":{\"a\":{\"b\":\"c\"}}}"
            })
    void unreadableBodyIsASerializationError(String body) {
        assertRefused(api.operation("ForgotPassword").send("POST", "", body), "SerializationException");
    }

    @Test
    void bodyIsReadUpToItsLimit() {
        Map<String, String> body = new HashMap<>(Map.of("ClientId", APP, "Username", "alice"));
        body.put("AnalyticsMetadata", "x".repeat(10_000));
        assertThat(api.forgotPassword(body).status()).isEqualTo(200);

        body.put("AnalyticsMetadata", "x".repeat(20_000));
        assertRefused(api.forgotPassword(body), "SerializationException");
    }

    @ParameterizedTest
    @CsvSource({
        "ClientId, 128, clientId",
        "Username, 128, username",
        "ConfirmationCode, 2048, confirmationCode",
        "Password, 256, password"
    })
    void memberIsNeededNotEmptyAndNotTooLong(String member, int limit, String nameInTheMessage) {
        Map<String, String> body = new HashMap<>(
                Map.of("ClientId", APP, "Username", "bob", "ConfirmationCode", "123456", "Password", NEW));

        body.put(member, "7".repeat(limit));
        assertThat(type(confirm(body))).isNotEqualTo("InvalidParameterException");
        body.put(member, "7".repeat(limit + 1));
        assertInvalid(confirm(body), nameInTheMessage, "Member must have length less than or equal to " + limit);
        body.put(member, "");
        assertInvalid(confirm(body), nameInTheMessage, "Member must have length greater than or equal to 1");
        body.put(member, null);
        assertInvalid(confirm(body), nameInTheMessage, "Member must not be null");
        body.remove(member);
        assertInvalid(confirm(body), nameInTheMessage, "Member must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessToken", "PreviousPassword", "ProposedPassword"})
    void changeOfPasswordNeedsAllItsMembers(String member) {
        Map<String, String> body = new HashMap<>(
                Map.of("AccessToken", "token", "PreviousPassword", "Old-Pa55w0rd", "ProposedPassword", NEW));

        body.remove(member);

        assertRefused(api.operation("ChangePassword").post(body), "InvalidParameterException");
    }

    @Test
    void tenEntriesOfMetadataAreTakenElevenAreNot() {
        assertThat(api.forgotPassword(withMetadata(10)).status()).isEqualTo(200);
        assertInvalid(api.forgotPassword(withMetadata(11)), "clientMetadata", "Member must have at most 10 entries");
    }

    @Test
    void membersThatNobodyAsksForAreIgnored() {
        assertThat(api.forgotPassword(Map.of(
                                "ClientId",
                                APP,
                                "Username",
                                "carol",
                                "UserContextData",
                                Map.of("EncodedData", "x"),
                                "AnalyticsMetadata",
                                Map.of("AnalyticsEndpointId", "x"),
                                "Surprise",
                                7))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, ?> withMetadata(int entries) {
        return Map.of(
                "ClientId",
                APP,
                "Username",
                "metadata" + entries,
                "ClientMetadata",
                IntStream.range(0, entries).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value")));
    }

    private static Answer confirm(Map<String, String> body) {
        return api.operation("ConfirmForgotPassword").post(body);
    }

    private static void assertInvalid(Answer answer, String member, String constraint) {
        assertRefused(answer, "InvalidParameterException");
        assertThat(answer.json().path("message").asText())
                .isEqualTo("1 validation error detected: Value at '" + member + "' failed to satisfy constraint: "
                        + constraint);
    }

    private static void assertRefused(Answer answer, String name) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(type(answer)).isEqualTo(name);
    }

    private static String type(Answer answer) {
        return answer.json().path("__type").asText();
    }
}
