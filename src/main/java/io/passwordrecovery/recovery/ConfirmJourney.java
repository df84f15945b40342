// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.Subject;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.Ticket;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ConfirmOutcome.Reason;
import io.passwordrecovery.recovery.ConfirmOutcome.Refused;
import io.passwordrecovery.settings.RecoveryOptions;

/** The steps from an entered code to a new password: count, compare, policy, consume, set, clean up. */
final class ConfirmJourney {
    private final RecoveryParts parts;

    ConfirmJourney(RecoveryParts parts) {
        this.parts = parts;
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
        Subject name = parts.subjects().ofName(confirmation.name());
        Optional<Ticket> ticket = parts.tickets().find(name);
        if (ticket.filter(t -> t.isExpiredAt(parts.clock().instant())).isPresent()) {
            return refused(Reason.CODE_EXPIRED, List.of());
        }
        Optional<Attempt> seen =
                parts.guessLimits().take(name, ticket.map(Ticket::id).orElse(name.key()));
        if (seen.isEmpty()) {
            return refused(Reason.TOO_MANY_ATTEMPTS, List.of());
        }
        Optional<Proof> proof = guess(confirmation, seen.get());
        if (proof.isEmpty()) {
            return refused(Reason.CODE_MISMATCH, List.of());
        }
        ConfirmOutcome outcome = spend(proof.get(), confirmation);
        if (outcome instanceof Confirmed) {
            parts.guessLimits().forgetFailures(name);
            cleanUp(proof.get(), confirmation, place);
        }
        return outcome;
    }

    /** An account, and the code that was entered and is the right one. */
    private record Proof(Recipient.Real recipient, IssuedCode code, Destination destination) {}

    // The same work whoever the name stands for; a used-up account's ledger says "wrong", as a decoy's does.
    private Optional<Proof> guess(Confirmation confirmation, Attempt seen) {
        Recipient recipient = parts.recipients().of(confirmation.name());
        Subject subject = recipient.subject();
        Optional<IssuedCode> issued = parts.codes().find(subject);
        Optional<Attempt> counted =
                parts.guessLimits().take(subject, issued.map(IssuedCode::id).orElse(subject.key()));
        String medium = issued.map(IssuedCode::medium).orElse("");
        boolean right = parts.codes().match(issued, confirmation.code(), recipient.binding(parts.realmId(), medium));
        if (!right || counted.isEmpty() || issued.isEmpty() || !(recipient instanceof Recipient.Real real)) {
            return Optional.empty();
        }
        seen.giveBack();
        counted.get().giveBack();
        return real.destination(medium).map(destination -> new Proof(real, issued.get(), destination));
    }

    private ConfirmOutcome spend(Proof proof, Confirmation confirmation) {
        String accountId = proof.recipient().account().id();
        List<PolicyViolation> violations = parts.passwords().violations(accountId, confirmation.password());
        if (!violations.isEmpty()) {
            return refused(Reason.PASSWORD_REJECTED, violations);
        }
        if (!parts.codes().consume(proof.recipient().subject(), proof.code())) {
            return refused(Reason.CODE_MISMATCH, List.of());
        }
        violations = setOrRestore(proof, confirmation);
        return violations.isEmpty() ? new Confirmed() : refused(Reason.PASSWORD_REJECTED, violations);
    }

    private List<PolicyViolation> setOrRestore(Proof proof, Confirmation confirmation) {
        boolean set = false;
        try {
            List<PolicyViolation> violations =
                    parts.passwords().set(proof.recipient().account().id(), confirmation.password());
            set = violations.isEmpty();
            return violations;
        } finally {
            if (!set) {
                parts.codes().restore(proof.recipient().subject(), proof.code());
            }
        }
    }

    private void cleanUp(Proof proof, Confirmation confirmation, Courier.Place place) {
        String accountId = proof.recipient().account().id();
        parts.guessLimits().forgetFailures(proof.recipient().subject());
        parts.accounts().proven(accountId, proof.destination());
        parts.aftermath().endSessions(accountId, parts.settings().get(RecoveryOptions.SIGN_OUT_AFTER_RESET));
        parts.aftermath().notifyOwner(accountId, place);
        parts.events().passwordReset(accountId, proof.destination(), confirmation.origin());
    }

    private Refused refused(Reason reason, List<PolicyViolation> violations) {
        Duration retryAfter = switch (reason) {
            case TOO_MANY_ATTEMPTS -> parts.settings().get(RecoveryOptions.COOLDOWN);
            case BUSY -> Courier.RETRY_AFTER;
            case CODE_MISMATCH, CODE_EXPIRED, PASSWORD_REJECTED -> Duration.ZERO;
        };
        return new Refused(reason, violations, retryAfter);
    }
}
