// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.function.IntPredicate;

import io.passwordrecovery.limits.Counters;

/** A count of n is the keys 0 to n-1 of the store, without a gap. */
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
        for (int next = free(name, limit); next < limit; next++) {
            if (store.putIfAbsent(key(name, next), lifetime)) {
                return true;
            }
        }
        return false;
    }

    // From the top: whoever counts meanwhile finds no gap.
    @Override
    public void clear(String name, int limit) {
        for (int counted = free(name, limit) - 1; counted >= 0; counted--) {
            store.remove(key(name, counted));
        }
    }

    private int free(String name, int limit) {
        return store.look(contains -> firstFree(index -> contains.test(key(name, index)), limit));
    }

    /**
     * The first index below the limit, or the limit, that is free. Most counts are none or a few: the steps are short at
     * first, and double until one is too long.
     */
    static int firstFree(IntPredicate isTaken, int limit) {
        int low = 0;
        int high = limit;
        for (int probe = 0; probe < high; probe = 2 * probe + 1) {
            if (isTaken.test(probe)) {
                low = probe + 1;
            } else {
                high = probe;
            }
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isTaken.test(middle)) {
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
