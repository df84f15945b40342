// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;

import io.passwordrecovery.password.PolicyViolation;

/** What became of a {@link ProvenReset}. */
public sealed interface ProvenResetOutcome {
    /** The new password is set. */
    record Replaced() implements ProvenResetOutcome {}

    /** The realm's policy refuses it: every broken rule. Another one may be tried. */
    record Rejected(List<PolicyViolation> violations) implements ProvenResetOutcome {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }

    /** The code was entered too long ago, or the account has changed since: a new code is needed. */
    record ProofOver() implements ProvenResetOutcome {}

    /** The delivery queue is full: the owner could not be told of the change. */
    record Busy() implements ProvenResetOutcome {}
}
