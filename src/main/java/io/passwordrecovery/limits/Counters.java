// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

/**
 * Counts that only grow and never exceed their limit, on all nodes together.
 *
 * <p>Every call takes effect at once and stays, whatever becomes of the caller's own transaction.
 */
public interface Counters {
    /** Whether the count is below the limit now. */
    boolean hasRoom(String name, int limit);

    /**
     * Counts one more.
     *
     * <p>Atomic: of two callers that ask for the last one, one gets it. The cost grows with the logarithm of the limit.
     *
     * @param lifetime how long the count is kept; give each period its own name
     * @return false when the limit was reached; nothing is counted then
     */
    boolean count(String name, int limit, Duration lifetime);

    /**
     * Begins anew, from nothing.
     *
     * @param limit at most so much was counted; each is taken back on its own
     */
    void clear(String name, int limit);
}
