// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.passwordrecovery.code.CodeStore;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.code.StoredDigest;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keys.LimitKey;

/** One object of the store for each subject's code. */
final class KeycloakCodeStore implements CodeStore {
    private static final String ID = "id";
    private static final String KEY_ID = "kid";
    private static final String SEAL = "seal";
    private static final String MAC = "mac";
    private static final String EXPIRES_AT = "exp";
    private static final String MEDIUM = "medium";

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
        return Map.of(
                ID, code.id(),
                KEY_ID, code.digest().keyId(),
                SEAL, code.digest().seal(),
                MAC, code.digest().mac(),
                EXPIRES_AT, Long.toString(code.expiresAt().toEpochMilli()),
                MEDIUM, code.medium());
    }

    private static IssuedCode code(Map<String, String> notes) {
        return new IssuedCode(
                note(notes, ID),
                new StoredDigest(note(notes, KEY_ID), note(notes, SEAL), note(notes, MAC)),
                Instant.ofEpochMilli(Long.parseLong(note(notes, EXPIRES_AT))),
                note(notes, MEDIUM));
    }

    private static String note(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name), name);
    }
}
