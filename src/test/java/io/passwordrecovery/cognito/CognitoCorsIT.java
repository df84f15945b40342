// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Web pages may call, and read errors, for a client from the origins that it lists, and from no other. */
class CognitoCorsIT {
    /** What Amplify makes a browser ask for, and a header of an app's own ({@code Auth.headers()}). */
    static final String HEADERS = "amz-sdk-invocation-id,amz-sdk-request,cache-control,content-type,x-amz-target,"
            + "x-amz-user-agent,x-tenant";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final CognitoApi api = CognitoApi.of(realm);

    @Test
    void preflightAllowsWhatAmplifySends() {
        for (String slash : List.of("", "/")) {
            Answer preflight = preflight(APP_ORIGIN, slash);

            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Origin")).hasValue(APP_ORIGIN);
            assertThat(preflight.header("Access-Control-Allow-Headers")).hasValue(HEADERS);
            assertThat(preflight.header("Access-Control-Allow-Methods"))
                    .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
            assertThat(preflight.header("Vary")).hasValue("Origin");
        }
    }

    @Test
    void everyAnswerCanBeReadByThePageErrorsToo() {
        CognitoApi page = api.with("Origin", APP_ORIGIN);

        List<Answer> answers = List.of(
                page.forgotPassword("nobody"),
                page.forgotPassword(Map.of("ClientId", "stranger", "Username", "nobody")),
                page.changePassword("no token", "Old-Pa55w0rd", "New-Pa55w0rd"),
                page.operation("SignUp").post(Map.of()),
                page.operation("ForgotPassword").send("POST", "", "{"),
                page.with("Content-Type", "text/plain").forgotPassword("nobody"),
                page.send("POST", "/elsewhere", "{}"),
                page.send("GET", "", ""));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(APP_ORIGIN);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .hasValue("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
            assertThat(answer.header("Vary")).hasValue("Origin");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        });
    }

    @Test
    void pageOfAnotherOriginIsRefusedAndNothingIsDone() {
        TestUser alice = realm.user("alice").email("alice@example.test").create();

        Answer preflight = preflight("https://evil.example.test", "");
        Answer refused = api.with("Origin", "https://evil.example.test").forgotPassword("alice");

        // as Keycloak's own: a preflight names no client, and asking all of them is work for anybody's asking
        assertThat(preflight.header("Access-Control-Allow-Origin")).hasValue("https://evil.example.test");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("x-amzn-ErrorType")).hasValue("AccessDeniedException");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        realm.inbox().expectNoMailFor(alice.email(), Duration.ofMillis(500));
    }

    private static Answer preflight(String origin, String path) {
        return api.with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", HEADERS)
                .send("OPTIONS", path, "");
    }
}
