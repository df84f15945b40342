// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;

import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.CodeCheck.Finding;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ConfirmOutcome.Refused;

/** The steps from an entered code to a new password: count, compare, consume, set, clean up. */
public final class ConfirmReset {
    private final CodeCheck check;
    private final ResetCodes codes;
    private final Passwords passwords;
    private final AfterPasswordChange after;
    private final RecoveryEvents events;

    public ConfirmReset(
            CodeCheck check, ResetCodes codes, Passwords passwords, AfterPasswordChange after, RecoveryEvents events) {
        this.check = check;
        this.codes = codes;
        this.passwords = passwords;
        this.after = after;
        this.events = events;
    }

    ConfirmOutcome confirm(Confirmation confirmation) {
        Finding finding = check.check(confirmation.entry());
        ConfirmOutcome outcome = set(finding, confirmation);
        if (outcome instanceof Refused refused) {
            events.confirmRefused(confirmation.name(), finding.whose(), refused.reason(), confirmation.caller());
        }
        return outcome;
    }

    private ConfirmOutcome set(Finding finding, Confirmation confirmation) {
        if (!(finding instanceof Finding.Match match)) {
            Finding.Mismatch mismatch = (Finding.Mismatch) finding;
            return refused(mismatch.reason(), mismatch.retryAfter());
        }
        if (!codes.consume(match.account(), match.code(), confirmation.caller())) {
            return refused(RefusalReason.CODE_MISMATCH, Duration.ZERO);
        }
        List<PolicyViolation> violations = setOrRestore(match, confirmation);
        if (!violations.isEmpty()) {
            return new Refused(RefusalReason.PASSWORD_REJECTED, violations, Duration.ZERO);
        }
        check.forgive(match);
        after.reset(match.accountId(), match.destination(), confirmation.caller());
        events.passwordReset(match.accountId(), match.destination(), confirmation.caller());
        return new Confirmed();
    }

    // The policy is told to the owner alone, and a password that it refuses does not cost the code.
    private List<PolicyViolation> setOrRestore(Finding.Match match, Confirmation confirmation) {
        boolean set = false;
        try {
            List<PolicyViolation> violations = passwords.set(match.accountId(), confirmation.password());
            set = violations.isEmpty();
            return violations;
        } finally {
            if (!set) {
                codes.restore(match.account(), match.code(), confirmation.caller());
            }
        }
    }

    private static Refused refused(RefusalReason reason, Duration retryAfter) {
        return new Refused(reason, List.of(), retryAfter);
    }
}
