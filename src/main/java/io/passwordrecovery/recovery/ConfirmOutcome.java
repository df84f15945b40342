// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;

import io.passwordrecovery.password.PolicyViolation;

/** What became of a {@link Confirmation}. */
public sealed interface ConfirmOutcome {
    /** The new password is set. */
    record Confirmed() implements ConfirmOutcome {}

    /**
     * The password is the old one.
     *
     * @param violations every broken rule, for {@link Reason#PASSWORD_REJECTED}; else empty
     * @param retryAfter when a new code can help; zero where waiting is not the point
     */
    record Refused(Reason reason, List<PolicyViolation> violations, Duration retryAfter) implements ConfirmOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** Why. Each is reached in the same way by names that lead to no account, but for the last two. */
    enum Reason {
        CODE_MISMATCH,
        CODE_EXPIRED,
        TOO_MANY_ATTEMPTS,
        /** The delivery queue is full: the owner could not be told of the change. */
        BUSY,
        /** Only told to somebody who had the right code, which stays good. */
        PASSWORD_REJECTED;

        static Reason of(ProofOutcome.Reason reason) {
            return switch (reason) {
                case CODE_MISMATCH -> CODE_MISMATCH;
                case CODE_EXPIRED -> CODE_EXPIRED;
                case TOO_MANY_ATTEMPTS -> TOO_MANY_ATTEMPTS;
            };
        }
    }
}
