// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Epochs by number. */
public final class InMemoryPasswordEpochs implements PasswordEpochs {
    private final Map<String, Integer> epochs = new ConcurrentHashMap<>();

    @Override
    public String of(String accountId) {
        return epochs.containsKey(accountId) ? "epoch-" + epochs.get(accountId) : "";
    }

    @Override
    public void begin(String accountId) {
        epochs.merge(accountId, 1, Integer::sum);
    }
}
