// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
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
        return Stream.concat(current(client, config), rotated(client, config)).anyMatch(test);
    }

    private Stream<String> current(ClientModel client, OIDCClientSecretConfigWrapper config) {
        return config.isClientSecretExpired() ? Stream.empty() : revealed(client.getSecret());
    }

    // The attribute: the wrapper's own getter has another signature in each of 26.5, 26.6 and 26.7.
    private Stream<String> rotated(ClientModel client, OIDCClientSecretConfigWrapper config) {
        return config.hasRotatedSecret() && !config.isClientRotatedSecretExpired()
                ? revealed(client.getAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET))
                : Stream.empty();
    }

    // An admin may keep the secret in the vault and only its name here.
    private Stream<String> revealed(@Nullable String secret) {
        return secret == null
                ? Stream.empty()
                : Stream.of(session.vault().getStringSecret(secret).get().orElse(secret));
    }
}
