// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Numbered places, each taken by at most one caller at a time on all nodes: how to count without losing one of two
 * parallel counts.
 *
 * <p>Every call takes effect at once and stays, whatever becomes of the caller's own transaction.
 */
public interface Slots {
    /**
     * Takes the lowest free place.
     *
     * <p>Atomic: two callers never take the same place. A place is free again after {@code lifetime}.
     *
     * @param places how many there are, at most 100: each may be looked at
     * @return the place, from 0, or empty when all are taken
     */
    OptionalInt take(String name, int places, Duration lifetime);

    boolean isTaken(String name, int place);

    /** Frees a place; no effect on a free one. */
    void free(String name, int place);
}
