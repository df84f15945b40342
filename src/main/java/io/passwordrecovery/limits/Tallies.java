// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Marks in a row, each of which fades on its own, on all nodes together. At most so many stand at a time.
 *
 * <p>Every call takes effect at once and stays, whatever becomes of the caller's own transaction. The cost of each but
 * {@link #forget} is the same however many marks stand.
 */
public interface Tallies {
    /**
     * Makes a mark.
     *
     * <p>Atomic: of any number of callers, on any number of nodes, no more than {@code limit} have marks that stand.
     *
     * @param lifetime after which it fades; the same for all marks of the name
     * @return the mark's number; or empty where {@code limit} stand already, and nothing is marked
     */
    OptionalInt mark(String name, int limit, Duration lifetime);

    /** Does the work of {@link #mark} and marks nothing; what it leaves is gone in a moment. */
    void pretend(String name);

    /**
     * When the mark was made that has {@code newer} marks behind it.
     *
     * @return empty when it has faded, or when there are not so many: no more than {@code newer} stand
     */
    Optional<Instant> made(String name, int newer);

    /** Takes a mark back: it does not count any more. */
    void takeBack(String name, int mark, Duration lifetime);

    /** Takes all of them back. */
    void forget(String name);
}
