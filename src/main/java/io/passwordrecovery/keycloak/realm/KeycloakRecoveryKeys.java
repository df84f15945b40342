// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.RecoveryKeys;

/** Keys derived from the realm's HMAC keys: Realm settings → Keys, provider {@code hmac-generated}. */
public final class KeycloakRecoveryKeys implements RecoveryKeys {
    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakRecoveryKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public RecoveryKey active() {
        return hmacKeys()
                .filter(key -> key.getStatus().isActive())
                .max(Comparator.comparingLong(KeyWrapper::getProviderPriority))
                .map(KeycloakRecoveryKeys::derived)
                .orElseThrow(() -> new IllegalStateException("realm " + realm.getName()
                        + " has no active HMAC key: add the key provider hmac-generated in Realm settings → Keys"));
    }

    @Override
    public Optional<RecoveryKey> find(String id) {
        return hmacKeys().filter(key -> id.equals(key.getKid())).findFirst().map(KeycloakRecoveryKeys::derived);
    }

    // HS256 in realms of old, HS512 in newer ones: whichever there is.
    private Stream<KeyWrapper> hmacKeys() {
        return session.keys()
                .getKeysStream(realm)
                .filter(key -> KeyType.OCT.equals(key.getType()) && KeyUse.SIG.equals(key.getUse()))
                .filter(key -> key.getStatus().isEnabled() && key.getSecretKey() != null);
    }

    private static RecoveryKey derived(KeyWrapper key) {
        return RecoveryKey.derivedFrom(
                Objects.requireNonNull(key.getKid()),
                Objects.requireNonNull(key.getSecretKey()).getEncoded());
    }
}
