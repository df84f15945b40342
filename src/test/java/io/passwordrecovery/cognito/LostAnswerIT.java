// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.node.NodeScript;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An answer is lost and the library tries again by itself: one mail is sent, and one confirmation succeeds. */
class LostAnswerIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final ForgetfulProxy proxy =
            ForgetfulProxy.before(CognitoApi.of(realm).address());

    @BeforeAll
    static void withFaults() {
        realm.passwordPolicy("testkit-fault(undefined)");
    }

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
        CognitoApi call = newCall();

        List<String> asked = answered(Crowd.of(6, i -> call.forgotPassword("dave")));
        String code = onlyCode(dave);
        List<String> confirmed = answered(Crowd.of(6, i -> call.confirmForgotPassword("dave", code, NEW)));

        assertThat(new HashSet<>(asked)).hasSize(1).first().asString().contains("CodeDeliveryDetails");
        assertThat(new HashSet<>(confirmed)).containsExactly("{}");
        assertThat(call.confirmForgotPassword("dave", code, NEW).status()).isEqualTo(200);
        assertThat(realm.canSignIn(dave, NEW)).isTrue();
    }

    @Test
    void changeThatWasRolledBackIsDoneByTheRetry() {
        TestUser frank = user("frank");
        String token = realm.tokenFor(frank);
        CognitoApi call = newCall();

        Answer failed = call.changePassword(token, OLD, "uncommitted-Pa55");
        boolean changedNothing = realm.canSignIn(frank, OLD);
        Answer retried = call.changePassword(token, OLD, "uncommitted-Pa55");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(changedNothing).isTrue();
        assertThat(retried.status()).isEqualTo(200);
        assertThat(realm.canSignIn(frank, "uncommitted-Pa55")).isTrue();
    }

    @Test
    void confirmationThatWasRolledBackIsDoneByTheRetry() {
        TestUser grace = user("grace");
        CognitoApi call = newCall();
        call.forgotPassword("grace");
        String code = realm.inbox().codeFor(grace);

        Answer failed = call.confirmForgotPassword("grace", code, "uncommitted-Pa55");
        Answer retried = call.confirmForgotPassword("grace", code, "uncommitted-Pa55");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(retried.status()).isEqualTo(200);
        assertThat(realm.canSignIn(grace, "uncommitted-Pa55")).isTrue();
    }

    @Test
    void answerIsForNobodyInAnotherNetwork() {
        TestUser heidi = user("heidi");
        CognitoApi call = newCall();
        CognitoApi stranger = call.with("X-Forwarded-For", "198.51.100.77");
        call.forgotPassword("heidi");
        String code = realm.inbox().codeFor(heidi);

        Answer confirmed = call.confirmForgotPassword("heidi", code, NEW);
        Answer strangers = stranger.confirmForgotPassword("heidi", code, NEW);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(strangers.header("x-amzn-ErrorType")).hasValue("CodeMismatchException");
        assertThat(call.confirmForgotPassword("heidi", code, NEW).status()).isEqualTo(200);
    }

    @Test
    void retryWaitsForNobody() throws Exception {
        TestUser ivan = user("ivan");
        String token = realm.tokenFor(ivan);
        CognitoApi call = newCall();

        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> call.changePassword(token, OLD, "held-Pa55word"));
        await("the first try is at work").until(() -> held("GET").body().equals("1"));
        long begun = System.nanoTime();
        List<Answer> retries = IntStream.range(0, 10)
                .mapToObj(i -> call.changePassword(token, OLD, "held-Pa55word"))
                .toList();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        held("POST");

        assertThat(retries)
                .allSatisfy(
                        retry -> assertThat(retry.header("x-amzn-ErrorType")).hasValue("TooManyRequestsException"));
        // A worker that waited for the first would be lost to everybody else: two seconds each before.
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(call.changePassword(token, OLD, "held-Pa55word").status()).isEqualTo(200);
    }

    @Test
    void sameIdWithAnotherContentIsAnotherCall() {
        CognitoApi call = newCall();
        TestUser erin = user("erin");
        call.forgotPassword("erin");
        String code = realm.inbox().codeFor(erin);

        Answer wrong = call.confirmForgotPassword("erin", "000000", NEW);
        Answer right = call.confirmForgotPassword("erin", code, NEW);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(right.status()).isEqualTo(200);
    }

    private static CognitoApi newCall() {
        return CognitoApi.of(realm)
                .with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());
    }

    /** The bodies of those that were not told to try again, as the libraries do. */
    private static List<String> answered(List<Answer> tries) {
        return tries.stream()
                .filter(answer -> !answer.header("x-amzn-ErrorType").equals(Optional.of("TooManyRequestsException")))
                .map(Answer::body)
                .toList();
    }

    private static Answer held(String method) {
        URI uri = URI.create(realm.keycloak().url() + "/realms/" + realm.name() + "/testkit/held");
        return Http.send(HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()));
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
