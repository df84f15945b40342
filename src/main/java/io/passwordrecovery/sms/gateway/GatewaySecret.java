// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.gateway;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

import io.passwordrecovery.sms.SmsException;

/** A secret of a gateway: from Keycloak's vault under the name that an option gives, else from an option itself. */
public final class GatewaySecret {
    private final Optional<String> value;
    private final Optional<String> vaultKey;

    /** A secret that is read when it is needed. */
    @FunctionalInterface
    public interface Source {
        String read() throws SmsException;
    }

    public GatewaySecret(Optional<String> value, Optional<String> vaultKey) {
        this.value = value;
        this.vaultKey = vaultKey;
    }

    /**
     * Reads it.
     *
     * @throws SmsException when the vault has no such entry for the realm; permanent, and it says which
     */
    public String read(KeycloakSession session) throws SmsException {
        if (vaultKey.isEmpty()) {
            return value.orElseThrow();
        }
        String key = vaultKey.get();
        try (VaultStringSecret secret = session.vault().getStringSecret("${vault." + key + "}")) {
            Optional<String> found = secret.get();
            return found.orElseThrow(
                    () -> SmsException.permanent("Keycloak's vault has no entry " + key + " for the realm", null));
        }
    }
}
