// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.passwordrecovery.limits.Slots;

/** A place is one key of the store. */
final class KeycloakSlots implements Slots {
    private final SingleUseStore store;

    KeycloakSlots(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public OptionalInt take(String name, int places, Duration lifetime) {
        return IntStream.range(0, places)
                .filter(place -> store.putIfAbsent(key(name, place), lifetime))
                .findFirst();
    }

    @Override
    public boolean isTaken(String name, int place) {
        return store.contains(key(name, place));
    }

    @Override
    public void free(String name, int place) {
        store.remove(key(name, place));
    }

    private static String key(String name, int place) {
        return name + "#" + place;
    }
}
