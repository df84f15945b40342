// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.keys.RecoveryKeys;

/** Keys derived from the realm's HMAC keys: Realm settings → Keys, provider {@code hmac-generated}. */
public final class KeycloakRecoveryKeys implements RecoveryKeys {
    // As admins rotate: a key of higher priority comes, then the older one is made passive. The id decides between
    // equals,
    // so that the same key is meant on each node and at each request.
    private static final Comparator<KeyWrapper> BY_AGE = Comparator.comparing(
                    (KeyWrapper key) -> key.getStatus().isActive())
            .thenComparingLong(KeyWrapper::getProviderPriority)
            .thenComparing(key -> Objects.requireNonNull(key.getKid()));

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
                .max(BY_AGE)
                .map(KeycloakRecoveryKeys::derived)
                .orElseGet(this::fallback);
    }

    @Override
    public RecoveryKey oldest() {
        return hmacKeys().min(BY_AGE).map(KeycloakRecoveryKeys::derived).orElseGet(this::fallback);
    }

    // Realms that were imported from old exports may have none: Keycloak makes one for itself then, too.
    private RecoveryKey fallback() {
        return derived(session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512));
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
