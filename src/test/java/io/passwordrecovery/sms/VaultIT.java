// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.cognito.CognitoApi;
import io.passwordrecovery.cognito.SecretHash;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.KeycloakWithOptions;
import io.passwordrecovery.testkit.sms.SmsPost;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The webhook's secret in Keycloak's vault, one for each realm, and the secrets of clients. */
class VaultIT {
    private static final Path VAULT = KeycloakWithOptions.vault();

    static final KeycloakServer keycloak = KeycloakWithOptions.server();

    @Test
    void requestIsSignedWithTheRealmsOwnSecret() throws IOException, GeneralSecurityException {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            Files.writeString(VAULT.resolve(realm.name() + "_sms-webhook"), "a secret out of the vault");
            realm.withPhones(Map.of());
            realm.user("alice").phone("+12015550123").create();

            realm.api().reset(APP, "alice");
            realm.texts().codeFor("+12015550123");

            SmsPost post = realm.texts().posts("+12015550123").get(0);
            assertThat(post.header("x-password-recovery-signature"))
                    .isEqualTo("v1="
                            + hmac(
                                    "a secret out of the vault",
                                    post.header("x-password-recovery-timestamp") + "." + post.body()));
        }
    }

    @Test
    void realmWithoutTheSecretSendsNothingAndItsEventsSaySo() {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            realm.withPhones(Map.of());
            realm.user("bob").phone("+12015550124").create();

            realm.api().reset(APP, "bob");

            await("the event")
                    .until(() -> realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                            .anyMatch(event -> "sms_send_failed".equals(event.getError())));
            assertThat(realm.texts().all()).isEmpty();
            assertThat(keycloak.log()).contains("Keycloak's vault has no entry sms-webhook for the realm");
        }
    }

    @Test
    void clientsSecretBeforeARotationIsTakenForAsLongAsKeycloakTakesIt() throws IOException {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            Files.writeString(VAULT.resolve(realm.name() + "_app-secret"), "new-secret");
            Files.writeString(VAULT.resolve(realm.name() + "_app-rotated"), "old-secret");
            rotated(realm, "fresh", 3600, 60);
            rotated(realm, "over", 3600, -60);
            rotated(realm, "both-over", -60, 60);

            assertThat(served(realm, "fresh", "new-secret")).containsExactly(true, true);
            assertThat(served(realm, "fresh", "old-secret")).containsExactly(true, true);
            assertThat(served(realm, "fresh", "${vault.app-secret}")).containsExactly(false, false);
            assertThat(served(realm, "over", "new-secret")).containsExactly(true, true);
            assertThat(served(realm, "over", "old-secret")).containsExactly(false, false);
            assertThat(served(realm, "both-over", "new-secret")).containsExactly(false, false);
            assertThat(served(realm, "both-over", "old-secret")).containsExactly(false, false);
        }
    }

    private static void rotated(TestRealm realm, String clientId, int expiresIn, int rotatedExpiresIn) {
        long now = Instant.now().getEpochSecond();
        realm.client(clientId, client -> {
            client.setPublicClient(false);
            client.setSecret("${vault.app-secret}");
            client.setAttributes(Map.of(
                    "client.secret.expiration.time", Long.toString(now + expiresIn),
                    "client.secret.rotated", "${vault.app-rotated}",
                    "client.secret.rotated.creation.time", Long.toString(now - 600),
                    "client.secret.rotated.expiration.time", Long.toString(now + rotatedExpiresIn)));
        });
    }

    /** Whether Keycloak itself (at the REST door), and Cognito's wire take the secret. */
    private static List<Boolean> served(TestRealm realm, String clientId, String secret) {
        Answer rest = realm.api()
                .as(clientId, secret)
                .reset(clientId, UUID.randomUUID().toString());
        Answer wire = CognitoApi.of(realm)
                .forgotPassword(Map.of(
                        "ClientId",
                        clientId,
                        "Username",
                        clientId,
                        "SecretHash",
                        SecretHash.of(secret, clientId, clientId)));
        return List.of(
                rest.status() == 200, !wire.header("x-amzn-ErrorType").equals(Optional.of("NotAuthorizedException")));
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
