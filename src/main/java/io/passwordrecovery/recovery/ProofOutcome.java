// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;

/** What became of a {@link CodeEntry}. */
public sealed interface ProofOutcome {
    /** The code was right, and is spent. */
    record Proven(RecoveryProof proof) implements ProofOutcome {}

    /**
     * The code was not accepted.
     *
     * @param attemptsLeft before a new code is needed, whoever the name stands for
     * @param retryAfter when another guess, or a new code, can help; zero where waiting is not the point
     */
    record Refused(RefusalReason reason, int attemptsLeft, Duration retryAfter) implements ProofOutcome {}
}
