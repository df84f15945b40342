// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;

import io.passwordrecovery.limits.Counters;

/** A count of n is the keys 0 to n-1 of the store, without a gap: the first free one is found by halving. */
final class KeycloakCounters implements Counters {
    private final SingleUseStore store;

    KeycloakCounters(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public boolean hasRoom(String name, int limit) {
        return limit > 0 && !store.contains(key(name, limit - 1));
    }

    @Override
    public boolean count(String name, int limit, Duration lifetime) {
        // Others may count meanwhile: go on from where they got to.
        for (int next = firstFree(name, limit); next < limit; next++) {
            if (store.putIfAbsent(key(name, next), lifetime)) {
                return true;
            }
        }
        return false;
    }

    // From the top: whoever counts meanwhile finds no gap.
    @Override
    public void clear(String name, int limit) {
        for (int counted = firstFree(name, limit) - 1; counted >= 0; counted--) {
            store.remove(key(name, counted));
        }
    }

    private int firstFree(String name, int limit) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (store.contains(key(name, middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String key(String name, int index) {
        return name + "#" + index;
    }
}
