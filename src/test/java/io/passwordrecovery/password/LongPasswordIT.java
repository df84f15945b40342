// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** One maximum at every door, for new passwords alone: whoever has a longer one can still change it. */
class LongPasswordIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String LONGEST = "Aa1-" + "x".repeat(252);
    static final String TOO_LONG = LONGEST + "x";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    static final RestApi api = realm.api();
    static final CognitoApi cognito = CognitoApi.of(realm);

    @BeforeAll
    static void lenientPolicy() {
        realm.passwordPolicy("maxLength(1000)");
    }

    @Test
    void newPasswordIsRefusedWhateverThePolicyAllows() {
        TestUser alice = user("alice", OLD);
        String token = realm.tokenFor(alice);

        assertInvalid(api.update(token, OLD, TOO_LONG));
        assertThat(cognito.changePassword(token, OLD, TOO_LONG).header("x-amzn-ErrorType"))
                .hasValue("InvalidParameterException");

        assertThat(realm.canSignIn(alice, OLD)).isTrue();
        assertThat(api.update(token, OLD, LONGEST).status()).isEqualTo(204);
    }

    @Test
    void newPasswordThatIsTooLongCostsNeitherTheCodeNorAnAttempt() {
        TestUser bob = user("bob", OLD);
        api.reset(APP, "bob");
        String code = realm.inbox().codeFor(bob);

        for (int i = 0; i < 6; i++) {
            assertInvalid(api.confirm(APP, "bob", "000000", TOO_LONG));
            assertThat(cognito.confirmForgotPassword("bob", "000000", TOO_LONG).header("x-amzn-ErrorType"))
                    .hasValue("InvalidParameterException");
        }

        assertThat(api.confirm(APP, "bob", code, LONGEST).status()).isEqualTo(200);
        assertThat(realm.canSignIn(bob, LONGEST)).isTrue();
    }

    @Test
    void longerCurrentOneIsTakenByTheApis() {
        TestUser carol = user("carol", TOO_LONG);
        TestUser dave = user("dave", TOO_LONG);

        assertThat(api.update(realm.tokenFor(carol), TOO_LONG, NEW).status()).isEqualTo(204);
        assertThat(cognito.changePassword(realm.tokenFor(dave), TOO_LONG, NEW).status())
                .isEqualTo(200);
    }

    @Test
    void longerCurrentOneIsTakenByThePage() {
        TestUser erin = user("erin", TOO_LONG);
        FormClient page = new FormClient()
                .open(URI.create(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD"))))
                .submit(Map.of("username", "erin", "password", TOO_LONG));

        page.submit(fields(TOO_LONG, TOO_LONG));
        assertThat(page.html()).contains("input-error-password-new").doesNotContain("input-error-password-current");
        page.submit(fields(TOO_LONG, NEW));

        assertThat(page.html()).contains("<p id=\"user\">erin</p>");
        assertThat(realm.canSignIn(erin, NEW)).isTrue();
    }

    private static Map<String, String> fields(String current, String wanted) {
        return Map.of("password-current", current, "password-new", wanted, "password-confirm", wanted);
    }

    private static void assertInvalid(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InvalidParameterException");
        assertThat(refused.json().path("detail").asText())
                .isEqualTo("newPassword: a new password has at most 256 characters");
    }

    private static TestUser user(String name, String password) {
        return realm.user(name).email(name + "@example.test").password(password).create();
    }
}
