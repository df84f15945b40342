// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;

/** The secrets that a confidential client may use now: its own and, while it lasts, the one before a rotation. */
public final class ClientSecrets {
    private final KeycloakSession session;

    ClientSecrets(KeycloakSession session) {
        this.session = session;
    }

    /** Whether any of them passes the test; false for a client that has none, or whose secret has expired. */
    public boolean anyOf(ClientModel client, Predicate<String> test) {
        OIDCClientSecretConfigWrapper config = OIDCClientSecretConfigWrapper.fromClientModel(client);
        return Stream.concat(current(client, config), rotated(config)).anyMatch(test);
    }

    // An admin may keep the secret in the vault and only its name here.
    private Stream<String> current(ClientModel client, OIDCClientSecretConfigWrapper config) {
        String secret = client.getSecret();
        return secret == null || config.isClientSecretExpired()
                ? Stream.empty()
                : Stream.of(session.vault().getStringSecret(secret).get().orElse(secret));
    }

    private Stream<String> rotated(OIDCClientSecretConfigWrapper config) {
        return config.hasRotatedSecret() && !config.isClientRotatedSecretExpired()
                ? Stream.of(config.getClientRotatedSecret(session, true))
                : Stream.empty();
    }
}
