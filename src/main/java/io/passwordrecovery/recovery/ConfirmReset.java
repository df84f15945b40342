// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.CodeCheck.Finding;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ConfirmOutcome.Reason;
import io.passwordrecovery.recovery.ConfirmOutcome.Refused;
import io.passwordrecovery.settings.RecoveryOptions;

/** The steps from an entered code to a new password: count, compare, policy, consume, set, clean up. */
final class ConfirmReset {
    private final RecoveryParts parts;
    private final CodeCheck check;
    private final Epilogue epilogue;

    ConfirmReset(RecoveryParts parts) {
        this.parts = parts;
        this.check = new CodeCheck(parts);
        this.epilogue = new Epilogue(parts);
    }

    ConfirmOutcome confirm(Confirmation confirmation) {
        Optional<Courier.Place> reserved = parts.courier().reserve();
        if (reserved.isEmpty()) {
            return refused(Reason.BUSY, List.of());
        }
        try (Courier.Place place = reserved.get()) {
            ConfirmOutcome outcome = confirm(confirmation, place);
            if (outcome instanceof Refused refused) {
                parts.events().confirmRefused(confirmation.name(), refused.reason(), confirmation.origin());
            }
            return outcome;
        }
    }

    private ConfirmOutcome confirm(Confirmation confirmation, Courier.Place place) {
        Finding finding = check.check(confirmation.entry());
        if (!(finding instanceof Finding.Right right)) {
            return refused(Reason.of(((Finding.Wrong) finding).reason()), List.of());
        }
        ConfirmOutcome outcome = spend(right, confirmation);
        if (outcome instanceof Confirmed) {
            check.forgive(confirmation.entry(), right);
            parts.aftermath()
                    .endSessions(right.accountId(), parts.settings().get(RecoveryOptions.SIGN_OUT_AFTER_RESET));
            epilogue.after(right.accountId(), right.destination(), confirmation.origin(), place);
        }
        return outcome;
    }

    private ConfirmOutcome spend(Finding.Right right, Confirmation confirmation) {
        List<PolicyViolation> violations = parts.passwords().violations(right.accountId(), confirmation.password());
        if (!violations.isEmpty()) {
            return refused(Reason.PASSWORD_REJECTED, violations);
        }
        if (!parts.codes().consume(right.recipient().subject(), right.code())) {
            return refused(Reason.CODE_MISMATCH, List.of());
        }
        violations = setOrRestore(right, confirmation);
        return violations.isEmpty() ? new Confirmed() : refused(Reason.PASSWORD_REJECTED, violations);
    }

    private List<PolicyViolation> setOrRestore(Finding.Right right, Confirmation confirmation) {
        boolean set = false;
        try {
            List<PolicyViolation> violations = parts.passwords().set(right.accountId(), confirmation.password());
            set = violations.isEmpty();
            return violations;
        } finally {
            if (!set) {
                parts.codes().restore(right.recipient().subject(), right.code());
            }
        }
    }

    private Refused refused(Reason reason, List<PolicyViolation> violations) {
        return new Refused(reason, violations, retryAfter(reason));
    }

    private Duration retryAfter(Reason reason) {
        return switch (reason) {
            case TOO_MANY_ATTEMPTS -> parts.settings().get(RecoveryOptions.COOLDOWN);
            case BUSY -> Courier.RETRY_AFTER;
            case CODE_MISMATCH, CODE_EXPIRED, PASSWORD_REJECTED -> Duration.ZERO;
        };
    }
}
