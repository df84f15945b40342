// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

/** What became of a {@link CodeEntry}. */
public sealed interface ProofOutcome {
    /** The code was right, and is spent. */
    record Proven(RecoveryProof ownership) implements ProofOutcome {}

    /**
     * The code was not accepted.
     *
     * @param attemptsLeft before a new code is needed, whoever the name stands for
     */
    record Refused(Reason reason, int attemptsLeft) implements ProofOutcome {}

    /** Why. Each is reached in the same way by names that lead to no account. */
    enum Reason {
        CODE_MISMATCH,
        CODE_EXPIRED,
        TOO_MANY_ATTEMPTS,
    }
}
