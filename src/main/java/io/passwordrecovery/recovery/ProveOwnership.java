// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.recovery.CodeCheck.Finding;
import io.passwordrecovery.recovery.ProofOutcome.Proven;
import io.passwordrecovery.recovery.ProofOutcome.Refused;
import io.passwordrecovery.settings.RecoveryOptions;

/** The steps from a code entered on a page of its own to the proof that it gives: count, compare, consume. */
final class ProveOwnership {
    private final RecoveryParts parts;
    private final CodeCheck check;

    ProveOwnership(RecoveryParts parts) {
        this.parts = parts;
        this.check = new CodeCheck(parts);
    }

    ProofOutcome prove(CodeEntry entry) {
        ProofOutcome outcome = outcome(entry);
        if (outcome instanceof Refused refused) {
            parts.events().confirmRefused(entry.name(), ConfirmOutcome.Reason.of(refused.reason()), entry.origin());
        }
        return outcome;
    }

    private ProofOutcome outcome(CodeEntry entry) {
        Finding finding = check.check(entry);
        if (!(finding instanceof Finding.Right right)) {
            Finding.Wrong wrong = (Finding.Wrong) finding;
            return new Refused(wrong.reason(), wrong.attemptsLeft());
        }
        if (!parts.codes().consume(right.recipient().subject(), right.code())) {
            return new Refused(ProofOutcome.Reason.CODE_MISMATCH, 0);
        }
        check.forgive(entry, right);
        return new Proven(new RecoveryProof(
                right.accountId(),
                right.destination().medium(),
                right.recipient().account().passwordVersion(),
                parts.clock().instant().plus(parts.settings().get(RecoveryOptions.CODE_LIFETIME))));
    }
}
