// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.node.NodeScript;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** An answer is lost and the library tries again by itself: one mail is sent, and one confirmation succeeds. */
class LostAnswerIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final ForgetfulProxy proxy =
            ForgetfulProxy.before(CognitoApi.of(realm).address());

    @Test
    void amplifyTriesAgain() {
        TestUser alice = user("alice");
        try (AmplifyInNode amplify = new AmplifyInNode(proxy.address())) {
            proxy.loseNext();
            amplify.resetPassword("alice").json();
            String code = onlyCodeAfterTwoTries(alice);

            proxy.loseNext();
            amplify.confirmResetPassword("alice", code, NEW).json();
            assertConfirmedOnce(alice);

            String token = realm.tokens().signIn("alice", NEW).access();
            proxy.loseNext();
            amplify.updatePassword(token, NEW, "Newer-Pa55w0rd").json();
        }
        assertTriedTwice();
        assertThat(realm.canSignIn(alice, "Newer-Pa55w0rd")).isTrue();
    }

    @Test
    void awsSdkForJavaScriptTriesAgain() {
        TestUser bob = user("bob");
        try (NodeScript sdk = new NodeScript("sdk.mjs")) {
            proxy.loseNext();
            send(sdk, "ForgotPassword", Map.of("ClientId", APP, "Username", "bob"));
            String code = onlyCodeAfterTwoTries(bob);

            proxy.loseNext();
            send(
                    sdk,
                    "ConfirmForgotPassword",
                    Map.of("ClientId", APP, "Username", "bob", "ConfirmationCode", code, "Password", NEW));
        }
        assertConfirmedOnce(bob);
    }

    @Test
    void awsSdkForJavaTriesAgain() {
        TestUser carol = user("carol");
        try (CognitoIdentityProviderClient sdk = CognitoIdentityProviderClient.builder()
                .endpointOverride(URI.create(proxy.address()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            proxy.loseNext();
            sdk.forgotPassword(forgot -> forgot.clientId(APP).username("carol"));
            String code = onlyCodeAfterTwoTries(carol);

            proxy.loseNext();
            sdk.confirmForgotPassword(confirm -> confirm.clientId(APP)
                    .username("carol")
                    .confirmationCode(code)
                    .password(NEW));
        }
        assertConfirmedOnce(carol);
    }

    @Test
    void triesAtTheSameMomentAreOneCall() {
        TestUser dave = user("dave");
        CognitoApi call = CognitoApi.of(realm)
                .with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());

        List<String> asked = Crowd.of(6, i -> call.forgotPassword("dave").body());
        String code = onlyCode(dave);
        List<Integer> confirmed =
                Crowd.of(6, i -> call.confirmForgotPassword("dave", code, NEW).status());

        assertThat(new HashSet<>(asked)).hasSize(1).first().asString().contains("CodeDeliveryDetails");
        assertThat(confirmed).containsOnly(200);
        assertThat(realm.canSignIn(dave, NEW)).isTrue();
    }

    @Test
    void sameIdWithAnotherContentIsAnotherCall() {
        CognitoApi call = CognitoApi.of(realm)
                .with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());
        TestUser erin = user("erin");
        call.forgotPassword("erin");
        String code = realm.inbox().codeFor(erin);

        Answer wrong = call.confirmForgotPassword("erin", "000000", NEW);
        Answer right = call.confirmForgotPassword("erin", code, NEW);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(right.status()).isEqualTo(200);
    }

    private static void send(NodeScript sdk, String command, Map<String, String> input) {
        sdk.call("send", Map.of("endpoint", proxy.address(), "command", command, "input", input))
                .json();
    }

    private static String onlyCodeAfterTwoTries(TestUser user) {
        assertTriedTwice();
        return onlyCode(user);
    }

    private static String onlyCode(TestUser user) {
        String code = realm.inbox().codeFor(user);
        realm.inbox().expectNoMailFor(user.email(), Duration.ofMillis(500));
        assertThat(realm.inbox().count(user.email())).isEqualTo(1);
        return code;
    }

    private static void assertConfirmedOnce(TestUser user) {
        assertTriedTwice();
        assertThat(realm.canSignIn(user, NEW)).isTrue();
        assertThat(realm.inbox().awaitMail(user.email()).subject()).isEqualTo("Your password was changed");
        realm.inbox().expectNoMailFor(user.email(), Duration.ofMillis(500));
    }

    private static void assertTriedTwice() {
        assertThat(proxy.attempts()).hasSize(2);
        assertThat(new HashSet<>(proxy.attempts())).hasSize(1);
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
