// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.CodeCheck.Finding;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ConfirmOutcome.Refused;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** The steps from an entered code to a new password: count, compare, consume, set, clean up. */
public final class ConfirmReset {
    private final CodeCheck check;
    private final ResetCodes codes;
    private final Passwords passwords;
    private final AfterPasswordChange after;
    private final RecoveryEvents events;
    private final RecoverySettings settings;

    public ConfirmReset(
            CodeCheck check,
            ResetCodes codes,
            Passwords passwords,
            AfterPasswordChange after,
            RecoveryEvents events,
            RecoverySettings settings) {
        this.check = check;
        this.codes = codes;
        this.passwords = passwords;
        this.after = after;
        this.events = events;
        this.settings = settings;
    }

    ConfirmOutcome confirm(Confirmation confirmation) {
        ConfirmOutcome outcome = checkAndSet(confirmation);
        if (outcome instanceof Refused refused) {
            events.confirmRefused(confirmation.name(), refused.reason(), confirmation.caller());
        }
        return outcome;
    }

    private ConfirmOutcome checkAndSet(Confirmation confirmation) {
        Finding finding = check.check(confirmation.entry());
        if (!(finding instanceof Finding.Match match)) {
            return refused(((Finding.Mismatch) finding).reason(), List.of());
        }
        if (!codes.consume(match.account(), match.code())) {
            return refused(RefusalReason.CODE_MISMATCH, List.of());
        }
        List<PolicyViolation> violations = setOrRestore(match, confirmation);
        if (!violations.isEmpty()) {
            return refused(RefusalReason.PASSWORD_REJECTED, violations);
        }
        check.forgive(confirmation.entry(), match);
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
                codes.restore(match.account(), match.code());
            }
        }
    }

    private Refused refused(RefusalReason reason, List<PolicyViolation> violations) {
        return new Refused(reason, violations, retryAfter(reason));
    }

    private Duration retryAfter(RefusalReason reason) {
        return switch (reason) {
            case TOO_MANY_ATTEMPTS -> settings.get(RecoveryOptions.COOLDOWN);
            case BUSY -> Courier.RETRY_AFTER;
            case CODE_MISMATCH, CODE_EXPIRED, PASSWORD_REJECTED -> Duration.ZERO;
        };
    }
}
