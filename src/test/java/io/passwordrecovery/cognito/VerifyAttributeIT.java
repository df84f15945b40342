// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.node.NodeScript.Result;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Amplify's {@code sendUserAttributeVerificationCode} and {@code confirmUserAttribute}, unmodified. */
@Tag("journey")
class VerifyAttributeIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final AmplifyInNode amplify = new AmplifyInNode(realm);

    @BeforeAll
    static void phones() {
        realm.withPhones(Map.of("cooldown", "0", "default-region", "US", "sms-per-ip", "1000,1000"));
    }

    @Test
    void numberIsVerifiedByAmplify() {
        TestUser alice = user("alice", "+12015550151");
        String token = realm.tokenFor(alice);

        Result sent = amplify.callWith(
                token, "sendUserAttributeVerificationCode", Map.of("userAttributeKey", "phone_number"));
        Result wrong = amplify.callWith(
                token, "confirmUserAttribute", Map.of("userAttributeKey", "phone_number", "confirmationCode", "000"));
        Result confirmed = amplify.callWith(
                token,
                "confirmUserAttribute",
                Map.of(
                        "userAttributeKey",
                        "phone_number",
                        "confirmationCode",
                        realm.texts().codeFor("+12015550151")));

        assertThat(sent.json())
                .isEqualTo("{\"destination\":\"+*******0151\",\"deliveryMedium\":\"SMS\","
                        + "\"attributeName\":\"phone_number\"}");
        assertThat(wrong.toString()).contains("CodeMismatchException");
        assertThat(confirmed.json()).isEqualTo("null");
        assertThat(alice.resource().toRepresentation().getAttributes().get("phoneNumberVerified"))
                .containsExactly("true");
    }

    @Test
    void emailAddressIsVerifiedByAmplify() {
        TestUser bob = user("bob", "+12015550152");
        String token = realm.tokenFor(bob);

        amplify.callWith(token, "sendUserAttributeVerificationCode", Map.of("userAttributeKey", "email"));
        Result confirmed = amplify.callWith(
                token,
                "confirmUserAttribute",
                Map.of(
                        "userAttributeKey",
                        "email",
                        "confirmationCode",
                        realm.inbox().codeFor(bob)));

        assertThat(confirmed.json()).isEqualTo("null");
        assertThat(bob.resource().toRepresentation().isEmailVerified()).isTrue();
    }

    @Test
    void attributesThatAreNoAddressesAndBadTokensAreRefused() {
        CognitoApi api = CognitoApi.of(realm).operation("GetUserAttributeVerificationCode");
        String token = realm.tokenFor(user("carol", "+12015550153"));

        assertThat(api.post(Map.of("AccessToken", token, "AttributeName", "name"))
                        .body())
                .contains("InvalidParameterException");
        assertThat(api.post(Map.of("AccessToken", "none", "AttributeName", "email"))
                        .body())
                .contains("NotAuthorizedException");
        assertThat(api.post(Map.of("AccessToken", token)).body()).contains("InvalidParameterException");
    }

    private static TestUser user(String name, String number) {
        return realm.user(name)
                .unverifiedEmail(name + "@example.test")
                .attribute("phoneNumber", number)
                .password("Old-Pa55w0rd")
                .create();
    }
}
