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
     * @param violations every broken rule, for {@link RefusalReason#PASSWORD_REJECTED}; else empty
     * @param retryAfter when a new code can help; zero where waiting is not the point
     */
    record Refused(RefusalReason reason, List<PolicyViolation> violations, Duration retryAfter)
            implements ConfirmOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
