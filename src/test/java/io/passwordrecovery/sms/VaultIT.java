// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.sms.SmsPost;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The webhook's secret in Keycloak's vault, one for each realm. */
class VaultIT {
    private static final Path VAULT = vault();

    @AutoClose
    static final KeycloakServer keycloak = KeycloakServer.startHere(
            "--vault=file", "--vault-dir=" + VAULT, "--spi-password-recovery-sms--http--secret-in-vault=sms-webhook");

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

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    // Under a name that stays, so that the server's home may be used again.
    private static Path vault() {
        try {
            return Files.createDirectories(Path.of("target", "vault").toAbsolutePath());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
