// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node whose delivery queue is full, since its mail server hangs: all are refused alike, and asked for patience. */
class BusyNodeIT {
    @AutoClose
    static final KeycloakServer keycloak = KeycloakServer.start("--spi-password-recovery--default--queue-capacity=2");

    @AutoClose
    final TestRealm realm = TestRealm.create(keycloak);

    @BeforeEach
    void fill() {
        // The library may take longer than Keycloak usually waits for a mail server.
        realm.change(wanted -> wanted.getSmtpServer().put("timeout", "60000"));
        realm.configure(Map.of("cooldown", "0"));
        user("alice");
        user("carol");
        realm.inbox().hold();
        // What an earlier test has had delivered leaves its place a moment later.
        await().until(() -> realm.api().reset(APP, "alice").status() == 200);
        await().until(() -> realm.api().reset(APP, "carol").status() == 200);
    }

    @Test
    void everybodyIsRefusedAlikeAndWhatWasAcceptedIsDelivered() {
        TestUser dave = user("dave");

        Answer full = realm.api().reset(APP, "dave");
        Answer fullForNobody = realm.api().reset(APP, "nobody");
        realm.inbox().release();

        assertThat(full.status()).isEqualTo(503);
        assertThat(full.error()).isEqualTo("ServiceUnavailable");
        assertThat(full.header("Retry-After")).hasValue("5");
        assertThat(fullForNobody.body()).isEqualTo(full.body());
        realm.inbox().codeFor("alice@example.test");
        realm.inbox().codeFor("carol@example.test");
        assertThat(realm.inbox().count(dave.email())).isZero();
    }

    @Test
    void librarysRetrySucceedsOnceTheQueueHasRoom() {
        TestUser bob = user("bob");
        CognitoApi call = CognitoApi.of(realm)
                .with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());
        try (AmplifyInNode amplify = new AmplifyInNode(realm)) {
            Answer busy = call.forgotPassword("bob");
            String thrown = amplify.resetPassword("bob").error();
            realm.inbox().release();
            await("bob's retry is accepted")
                    .until(() -> call.forgotPassword("bob").status() == 200);

            assertThat(busy.status()).isEqualTo(400);
            assertThat(busy.header("x-amzn-ErrorType")).hasValue("TooManyRequestsException");
            assertThat(thrown)
                    .isEqualTo("TooManyRequestsException: Too many requests, please try again in a few seconds.");
            realm.inbox().codeFor(bob);
            assertThat(realm.inbox().count(bob.email())).isEqualTo(1);
        }
    }

    private TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").create();
    }
}
