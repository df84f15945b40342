// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.recovery.ProofOutcome.Reason;

/** Counts a guess, then compares it: the first steps of everything that a code is good for. */
final class CodeCheck {
    private final RecoveryParts parts;

    CodeCheck(RecoveryParts parts) {
        this.parts = parts;
    }

    /** What a guess turned out to be. */
    sealed interface Finding {
        /** The code is the account's own; it is not spent yet. */
        record Right(ResolvedAccount.Real recipient, IssuedCode code, Destination destination) implements Finding {
            String accountId() {
                return recipient.account().id();
            }
        }

        /** @param attemptsLeft before a new code is needed */
        record Wrong(Reason reason, int attemptsLeft) implements Finding {}
    }

    Finding check(CodeEntry entry) {
        LimitKey name = parts.subjects().ofName(entry.name());
        Optional<PendingRequest> ticket = parts.tickets().find(name);
        if (ticket.filter(t -> t.isExpiredAt(parts.clock().instant())).isPresent()) {
            return new Finding.Wrong(Reason.CODE_EXPIRED, 0);
        }
        Optional<Attempt> seen =
                parts.guessLimits().take(name, ticket.map(PendingRequest::id).orElse(name.key()));
        if (seen.isEmpty()) {
            return new Finding.Wrong(Reason.TOO_MANY_ATTEMPTS, 0);
        }
        return guess(entry, seen.get())
                .<Finding>map(right -> right)
                .orElseGet(
                        () -> new Finding.Wrong(Reason.CODE_MISMATCH, seen.get().left()));
    }

    /** Forgets earlier wrong guesses: the owner has proven himself. */
    void forgive(CodeEntry entry, Finding.Right right) {
        parts.guessLimits().forgetFailures(parts.subjects().ofName(entry.name()));
        parts.guessLimits().forgetFailures(right.recipient().subject());
    }

    // The same work whoever the name stands for; a used-up account's ledger says "wrong", as a decoy's does.
    private Optional<Finding.Right> guess(CodeEntry entry, Attempt seen) {
        ResolvedAccount recipient = parts.recipients().of(entry.name());
        LimitKey subject = recipient.subject();
        Optional<IssuedCode> issued = parts.codes().find(subject);
        Optional<Attempt> counted =
                parts.guessLimits().take(subject, issued.map(IssuedCode::id).orElse(subject.key()));
        String medium = issued.map(IssuedCode::medium).orElse("");
        String browser = entry.origin().page().browser();
        boolean right = parts.codes().match(issued, entry.code(), recipient.binding(parts.realmId(), medium, browser));
        if (!right || counted.isEmpty() || issued.isEmpty() || !(recipient instanceof ResolvedAccount.Real real)) {
            return Optional.empty();
        }
        seen.giveBack();
        counted.get().giveBack();
        return real.destination(medium).map(destination -> new Finding.Right(real, issued.get(), destination));
    }
}
