// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.time.Duration;
import java.util.List;

/** What became of a {@link PasswordChange}. */
public sealed interface UpdateOutcome {
    /** The new password is set. */
    record Updated() implements UpdateOutcome {}

    /**
     * Nothing was changed.
     *
     * @param violations every broken rule, for {@link Reason#PASSWORD_REJECTED}; else empty
     * @param retryAfter when the password would be compared again; zero where waiting is not the point
     */
    record Refused(Reason reason, List<PolicyViolation> violations, Duration retryAfter) implements UpdateOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }

        static Refused because(Reason reason) {
            return new Refused(reason, List.of(), Duration.ZERO);
        }

        static Refused until(Duration retryAfter) {
            return new Refused(Reason.TOO_MANY_FAILURES, List.of(), retryAfter);
        }

        static Refused because(List<PolicyViolation> violations) {
            return new Refused(Reason.PASSWORD_REJECTED, violations, Duration.ZERO);
        }
    }

    /** Why nothing was changed. */
    enum Reason {
        WRONG_PASSWORD,
        /** Told to the caller as {@link #WRONG_PASSWORD}: a locked account must not confirm a right guess. */
        LOCKED,
        TOO_MANY_FAILURES,
        PASSWORD_REJECTED,
    }
}
