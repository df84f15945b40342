// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Places that are shared out: whoever holds less than three times what is free may have another. So one owner alone gets
 * three quarters, two get three sevenths each, and for who holds nothing yet there is a place as long as there is any:
 * an owner's share needs no count of the owners (the "dynamic thresholds" of shared-memory switches, Choudhury and Hahne,
 * 1998).
 *
 * <p>Not safe for several threads: its user holds a lock.
 */
final class Shares {
    private static final int MOST = 3;

    private final int capacity;
    private final Map<String, Integer> held = new HashMap<>();
    private int taken;

    Shares(int capacity) {
        this.capacity = capacity;
    }

    boolean take(String owner) {
        return take(owner, MOST);
    }

    /** Takes a place unless the owner holds as many as there are free: the rest is for what is wanted more. */
    boolean takeModestly(String owner) {
        return take(owner, 1);
    }

    /** Takes a place that the owner has just given back, whatever others hold by now. */
    void takeAgain(String owner) {
        taken++;
        held.merge(owner, 1, Integer::sum);
    }

    void giveBack(String owner) {
        taken--;
        held.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
    }

    boolean hasRoomFor(String owner) {
        return hasRoomFor(owner, MOST);
    }

    int taken() {
        return taken;
    }

    private boolean hasRoomFor(String owner, int factor) {
        return held.getOrDefault(owner, 0) < factor * (capacity - taken);
    }

    private boolean take(String owner, int factor) {
        if (!hasRoomFor(owner, factor)) {
            return false;
        }
        takeAgain(owner);
        return true;
    }
}
