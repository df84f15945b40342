// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.passwordrecovery.code.CodeStore;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.code.StoredDigest;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keys.LimitKey;

/** One object of the store for each subject's code. */
final class KeycloakCodeStore implements CodeStore {
    private static final int TEXTS = 6;

    private final SingleUseStore store;

    KeycloakCodeStore(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public void put(LimitKey key, IssuedCode code, Duration keep) {
        store.put(key(key), keep, notes(code));
    }

    @Override
    public Optional<IssuedCode> find(LimitKey key) {
        return store.get(key(key)).map(KeycloakCodeStore::code);
    }

    @Override
    public boolean consume(LimitKey key, IssuedCode code) {
        Optional<IssuedCode> removed = store.remove(key(key)).map(KeycloakCodeStore::code);
        if (removed.isPresent() && !removed.get().id().equals(code.id())) {
            // A newer code had taken the place between the comparison and now; it goes back.
            Duration left = Duration.between(
                    new KeycloakClock().instant(), removed.get().expiresAt());
            if (!left.isNegative()) {
                put(key, removed.get(), left);
            }
            return false;
        }
        return removed.isPresent();
    }

    private static String key(LimitKey key) {
        return "code." + key.value();
    }

    private static Map<String, String> notes(IssuedCode code) {
        return PackedNote.of(
                code.id(),
                code.digest().seal(),
                code.digest().mac(),
                Long.toString(code.expiresAt().toEpochMilli()),
                code.medium(),
                // Administrators may have named a realm's key as they like.
                code.digest().keyId());
    }

    private static IssuedCode code(Map<String, String> notes) {
        List<String> texts = PackedNote.texts(notes, TEXTS);
        return new IssuedCode(
                texts.get(0),
                new StoredDigest(texts.get(5), texts.get(1), texts.get(2)),
                Instant.ofEpochMilli(Long.parseLong(texts.get(3))),
                texts.get(4));
    }
}
