// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.http.TokenEndpoint;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Which sessions end with the password. */
class SessionsIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @ParameterizedTest
    @CsvSource({"all,0,0", "all-but-offline,0,1", "none,2,1"})
    void resetEndsSessionsAsSet(String setting, int left, int leftOffline) {
        realm.configure(Map.of("sign-out-after-reset", setting));
        TestUser alice = signedInThrice("alice-" + setting);

        api.reset(APP, alice.username());
        api.confirm(APP, alice.username(), realm.inbox().codeFor(alice), NEW);

        assertThat(alice.sessions()).isEqualTo(left);
        assertThat(alice.offlineSessions()).isEqualTo(leftOffline);
    }

    @ParameterizedTest
    @CsvSource({"others,1,0", "others-but-offline,1,1", "none,3,1", "ask,1,0"})
    void updateEndsOtherSessionsAsSet(String setting, int left, int leftOffline) {
        realm.configure(Map.of("sign-out-after-update", setting));
        TestUser bob = signedInThrice("bob-" + setting);
        TokenEndpoint.Tokens tokens = realm.tokens().signIn(bob.username(), OLD);

        Answer updated = api.update(tokens.access(), OLD, NEW);

        assertThat(updated.status()).isEqualTo(204);
        assertThat(bob.sessions()).isEqualTo(left);
        assertThat(bob.offlineSessions()).isEqualTo(leftOffline);
        assertThat(realm.tokens().refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    void userWhoIsAskedMayKeepTheOtherSessions() {
        realm.configure(Map.of("sign-out-after-update", "ask"));
        TestUser carol = signedInThrice("carol");
        String token = realm.tokenFor(carol);

        api.with("Authorization", "Bearer " + token)
                .post("update", Map.of("oldPassword", OLD, "newPassword", NEW, "signOutOthers", false));

        assertThat(carol.sessions()).isEqualTo(3);
        assertThat(carol.offlineSessions()).isEqualTo(1);
    }

    private static TestUser signedInThrice(String name) {
        TestUser user =
                realm.user(name).email(name + "@example.test").password(OLD).create();
        realm.tokenFor(user);
        realm.tokenFor(user);
        realm.tokens().signInOffline(name, OLD);
        await("two sessions and an offline one").until(() -> user.offlineSessions() == 1);
        return user;
    }
}
