// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A realm's keys: the last one added is the active one. */
public final class InMemoryKeys implements RecoveryKeys {
    private final Map<String, RecoveryKey> keys = new LinkedHashMap<>();
    private String active = "";

    public InMemoryKeys() {
        rotateTo("key-1");
    }

    public void rotateTo(String id) {
        keys.put(id, RecoveryKey.derivedFrom(id, ("secret of " + id).getBytes(StandardCharsets.UTF_8)));
        active = id;
    }

    public void remove(String id) {
        keys.remove(id);
    }

    @Override
    public RecoveryKey active() {
        return Objects.requireNonNull(keys.get(active));
    }

    @Override
    public RecoveryKey oldest() {
        return keys.values().iterator().next();
    }

    @Override
    public Optional<RecoveryKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
