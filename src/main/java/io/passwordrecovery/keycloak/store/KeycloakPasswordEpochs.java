// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.password.PasswordEpochs;

/** One object of the store for each account whose password was changed a short while ago. */
final class KeycloakPasswordEpochs implements PasswordEpochs {
    // The longest life of a code, and of the proof that it turns into, with some grace.
    private static final Duration KEPT = Duration.ofHours(25);
    private static final String EPOCH = "epoch";

    private final SingleUseStore store;

    KeycloakPasswordEpochs(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public String of(String accountId) {
        return store.get(key(accountId)).map(notes -> notes.get(EPOCH)).orElse("");
    }

    @Override
    public void begin(String accountId) {
        store.put(key(accountId), KEPT, Map.of(EPOCH, UUID.randomUUID().toString()));
    }

    private static String key(String accountId) {
        return "epoch." + LimitKey.account(accountId).value();
    }
}
