// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A node whose delivery queue is full asks for patience: the library's next try may succeed. */
class BusyNodeIT {
    @Test
    void retrySucceedsOnceTheQueueHasRoom() {
        try (KeycloakServer own = KeycloakServer.start("--spi-password-recovery--default--queue-capacity=2");
                TestRealm realm = TestRealm.create(own);
                AmplifyInNode amplify = new AmplifyInNode(realm)) {
            realm.user("alice").email("alice@example.test").create();
            realm.user("carol").email("carol@example.test").create();
            TestUser bob = realm.user("bob").email("bob@example.test").create();
            CognitoApi call = CognitoApi.of(realm)
                    .with("Amz-Sdk-Invocation-Id", UUID.randomUUID().toString());
            // The library may take longer than Keycloak usually waits for a mail server.
            realm.change(wanted -> wanted.getSmtpServer().put("timeout", "60000"));
            realm.inbox().hold();
            call.forgotPassword("alice");
            call.forgotPassword("carol");

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
}
