// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;

/**
 * Where issued codes rest: one per subject and browser, shared by all nodes.
 *
 * <p>Every call takes effect at once and stays, whatever becomes of the caller's own transaction.
 */
public interface CodeStore {
    /** Keeps the code for at least {@code keep}; an older code of the subject is gone. */
    void put(LimitKey key, IssuedCode code, Duration keep);

    Optional<IssuedCode> find(LimitKey key);

    /**
     * Spends the code.
     *
     * <p>Atomic: of any number of callers, on any number of nodes, exactly one gets {@code true}.
     *
     * @return false when it was spent already, or when a newer code has taken its place
     */
    boolean consume(LimitKey key, IssuedCode code);
}
