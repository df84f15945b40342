// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.keycloak.models.KeycloakSessionFactory;

/**
 * Tries whether the server's single-use store counts, each step in a transaction of its own: all limits hang on it.
 *
 * <p>With feature {@code stateless} on MySQL and MariaDB, Keycloak 26.7.3's {@code putIfAbsent} answers "new" for a key
 * that exists (CVE-2026-90997, fixed in 26.7.4).
 */
public final class StoreProof {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final SingleUseStore store;

    public StoreProof(KeycloakSessionFactory factory) {
        this.store = new SingleUseStore(factory, "proof");
    }

    /** What the store does wrong; empty for one that counts. */
    public Optional<String> complaint() {
        String key = UUID.randomUUID().toString();
        Map<String, String> notes = Map.of("note", key);
        boolean first = store.putIfAbsent(key, LONG_ENOUGH);
        boolean second = store.putIfAbsent(key, LONG_ENOUGH);
        boolean kept = store.contains(key);
        boolean removed = store.remove(key).isPresent();
        boolean removedAgain = store.remove(key).isPresent();
        store.put(key, LONG_ENOUGH, notes);
        boolean read = store.remove(key).filter(notes::equals).isPresent();
        if (second) {
            return Optional.of("putIfAbsent answers \"new\" for a key that exists");
        }
        if (removedAgain) {
            return Optional.of("remove finds a key that is gone");
        }
        return first && kept && removed && read ? Optional.empty() : Optional.of("it does not keep what it is given");
    }
}
