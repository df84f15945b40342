// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.node.NodeScript.Result;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What Amplify's three functions return, in Node. */
@Tag("journey")
class AmplifyNodeIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final AmplifyInNode amplify = new AmplifyInNode(realm);

    @Test
    void nextStepNamesTheDeliveryFieldByField() {
        user("alice");

        Result asked = amplify.resetPassword("alice");

        assertThat(asked.json())
                .isEqualTo("{\"isPasswordReset\":false,\"nextStep\":{"
                        + "\"resetPasswordStep\":\"CONFIRM_RESET_PASSWORD_WITH_CODE\",\"codeDeliveryDetails\":{"
                        + "\"deliveryMedium\":\"EMAIL\",\"destination\":\"***@***\",\"attributeName\":\"email\"}}}");
    }

    @Test
    void forgottenPasswordIsReplacedWithTheCodeFromTheInbox() {
        TestUser bob = user("bob");
        amplify.resetPassword("bob");

        Result confirmed = amplify.confirmResetPassword("bob", realm.inbox().codeFor(bob), NEW);

        assertThat(confirmed.json()).isEqualTo("null");
        assertThat(realm.canSignIn(bob, NEW)).isTrue();
        assertThat(realm.canSignIn(bob, OLD)).isFalse();
    }

    @Test
    void signedInUserChangesTheKnownPassword() {
        TestUser carol = user("carol");

        Result updated = amplify.updatePassword(realm.tokenFor(carol), OLD, NEW);

        assertThat(updated.json()).isEqualTo("null");
        assertThat(realm.canSignIn(carol, NEW)).isTrue();
        assertThat(realm.canSignIn(carol, OLD)).isFalse();
    }

    @Test
    void unknownUserIsAnsweredAsAnExistingOne() {
        user("known1");

        Result known = amplify.resetPassword("known1");
        Result unknown = amplify.resetPassword("nobody");

        assertThat(unknown.json().replaceFirst("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*", "?"))
                .isEqualTo(known.json().replaceFirst("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*", "?"));
    }

    @Test
    void appsOwnMetadataIsTakenAndIgnored() {
        user("dave");

        Result asked = amplify.call(
                "resetPassword",
                Map.of("username", "dave", "options", Map.of("clientMetadata", Map.of("theme", "dark"))));

        assertThat(asked.returned().at("/nextStep/resetPasswordStep").asText())
                .isEqualTo("CONFIRM_RESET_PASSWORD_WITH_CODE");
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
