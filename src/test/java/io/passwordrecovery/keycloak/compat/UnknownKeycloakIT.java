// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Keycloak that no longer has a method that the plugin calls on some days only. In the field the first wrong password was
 * a fault then, and was not counted.
 */
class UnknownKeycloakIT {
    private static final String OLD = "Old-Pa55w0rd";
    private static final String NEW = "New-Pa55w0rd";

    @TempDir
    static Path directory;

    @Test
    void missingMethodIsNamedAtTheStartAndEveryDoorIsShut() {
        Path jar = FutureJar.write(directory, "failedLogin", "loginHasFailed");
        try (KeycloakServer keycloak = KeycloakServer.startWith(jar);
                TestRealm realm = TestRealm.create(keycloak);
                TestApp app = TestApp.create(realm)) {
            realm.resetByCode();
            TestUser alice = realm.user("alice")
                    .email("alice@example.test")
                    .password(OLD)
                    .create();
            String token = realm.tokenFor(alice);

            assertThat(keycloak.log().lines())
                    .filteredOn(line -> line.contains(" ERROR "))
                    .singleElement()
                    .asString()
                    .contains("org.keycloak.services.managers.BruteForceProtector.loginHasFailed");
            isUnavailable(realm.api().reset(APP, "alice"));
            isUnavailable(realm.api().reset(APP, "nobody"));
            isUnavailable(realm.api().confirm(APP, "alice", "123456", NEW));
            isUnavailable(realm.api().update(token, OLD, NEW));
            isUnavailable(CognitoApi.of(realm).forgotPassword("alice"));
            isUnavailable(CognitoApi.of(realm).changePassword(token, OLD, NEW));
            isUnavailable(new FormClient()
                    .open(URI.create(app.signIn("state")))
                    .follow("reset-credentials")
                    .answer());
            assertThat(realm.canSignIn(alice, OLD)).isTrue();
            assertThat(realm.mailsTo(alice.email())).isZero();
        }
    }

    private static void isUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).hasValue("10");
    }
}
