// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keycloak's single-use store with one behaviour, whichever implementation is installed: each call takes effect at
 * once, on all nodes, and stays when the caller's transaction is rolled back.
 *
 * <p>Of Keycloak's two implementations (read in 26.7) Infinispan's {@code put} waits for the commit of the transaction
 * while the rest acts at once, and JPA's (feature {@code stateless}) does everything within the transaction. Here every
 * call has a transaction of its own. {@code replace} is not offered: neither makes it a compare-and-set.
 */
final class SingleUseStore {
    private final KeycloakSessionFactory factory;
    private final StoreKeys keys;

    SingleUseStore(KeycloakSession session, String realmId) {
        this(session.getKeycloakSessionFactory(), realmId);
    }

    SingleUseStore(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.keys = new StoreKeys(realmId);
    }

    void put(String key, Duration lifetime, Map<String, String> notes) {
        try {
            putOnce(key, lifetime, notes);
        } catch (RuntimeException e) {
            // H2 makes "on conflict" a look and an insert, and of two parallel inserts one fails (seen with 26.7). What
            // the other has put is there now, and is written over.
            if (!isDuplicateKey(e)) {
                throw e;
            }
            putOnce(key, lifetime, notes);
        }
    }

    private void putOnce(String key, Duration lifetime, Map<String, String> notes) {
        run(store -> {
            store.put(keys.of(key), seconds(lifetime), notes);
            return true;
        });
    }

    Optional<Map<String, String>> get(String key) {
        return run(store -> Optional.ofNullable(store.get(keys.of(key))));
    }

    /** Of several callers, one gets what was there. */
    Optional<Map<String, String>> remove(String key) {
        return run(store -> Optional.ofNullable(store.remove(keys.of(key))));
    }

    /** Of several callers, one gets {@code true}. */
    boolean putIfAbsent(String key, Duration lifetime) {
        try {
            return run(store -> store.putIfAbsent(keys.of(key), seconds(lifetime)));
        } catch (RuntimeException e) {
            if (isDuplicateKey(e)) {
                return false;
            }
            throw e;
        }
    }

    boolean contains(String key) {
        return run(store -> store.contains(keys.of(key)));
    }

    /** Looks for several keys, one after the other, in one transaction. */
    <R> R look(Function<Predicate<String>, R> work) {
        return run(store -> work.apply(key -> store.contains(keys.of(key))));
    }

    private static boolean isDuplicateKey(@Nullable Throwable e) {
        return e != null && (e instanceof SQLIntegrityConstraintViolationException || isDuplicateKey(e.getCause()));
    }

    private <R> R run(Function<SingleUseObjectProvider, R> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> work.apply(session.singleUseObjects()));
    }

    // The store counts whole seconds; a little longer is right, shorter is not.
    private static long seconds(Duration lifetime) {
        return Math.max(1, lifetime.plusMillis(999).toSeconds());
    }
}
