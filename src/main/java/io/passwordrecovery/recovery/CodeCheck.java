// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.PendingRequests;

/** Counts a guess, then compares it: the first steps of everything that a code is good for. */
public final class CodeCheck {
    private final AccountResolver resolver;
    private final PendingRequests pendingRequests;
    private final GuessLimits guessLimits;
    private final ResetCodes codes;
    private final Clock clock;

    public CodeCheck(
            AccountResolver resolver,
            PendingRequests pendingRequests,
            GuessLimits guessLimits,
            ResetCodes codes,
            Clock clock) {
        this.resolver = resolver;
        this.pendingRequests = pendingRequests;
        this.guessLimits = guessLimits;
        this.codes = codes;
        this.clock = clock;
    }

    /** What a guess turned out to be. */
    sealed interface Finding {
        /** The code is the account's own; it is not spent yet. */
        record Match(ResolvedAccount.Real account, IssuedCode code, Destination destination) implements Finding {
            String accountId() {
                return account.accountId();
            }
        }

        /** @param attemptsLeft before a new code is needed */
        record Mismatch(RefusalReason reason, int attemptsLeft) implements Finding {}
    }

    Finding check(CodeEntry entry) {
        LimitKey name = resolver.keyOf(entry.name());
        Optional<PendingRequest> pending = pendingRequests.find(name);
        if (pending.filter(request -> request.isExpiredAt(clock.instant())).isPresent()) {
            return new Finding.Mismatch(RefusalReason.CODE_EXPIRED, 0);
        }
        Optional<Attempt> seen =
                guessLimits.take(name, pending.map(PendingRequest::id).orElse(name.value()));
        if (seen.isEmpty()) {
            return new Finding.Mismatch(RefusalReason.TOO_MANY_ATTEMPTS, 0);
        }
        return guess(entry, seen.get())
                .<Finding>map(match -> match)
                .orElseGet(() -> new Finding.Mismatch(
                        RefusalReason.CODE_MISMATCH, seen.get().left()));
    }

    /** Forgets earlier wrong guesses: the owner has proven themselves. */
    void forgive(CodeEntry entry, Finding.Match match) {
        guessLimits.forgetFailures(resolver.keyOf(entry.name()));
        guessLimits.forgetFailures(match.account().key());
    }

    // The same work whoever the name stands for; a used-up account's ledger says "wrong", as a decoy's does.
    private Optional<Finding.Match> guess(CodeEntry entry, Attempt seen) {
        ResolvedAccount account;
        Optional<IssuedCode> issued;
        Optional<Attempt> counted;
        try {
            account = resolver.of(entry.name());
            issued = codes.find(account);
            counted = guessLimits.take(
                    account.key(),
                    issued.map(IssuedCode::id).orElse(account.key().value()));
        } catch (RuntimeException fault) {
            // Nothing was compared, so nothing was learned.
            seen.giveBack();
            throw fault;
        }
        boolean matches = codes.match(issued, entry, account);
        if (!matches || counted.isEmpty() || issued.isEmpty() || !(account instanceof ResolvedAccount.Real real)) {
            return Optional.empty();
        }
        seen.giveBack();
        counted.get().giveBack();
        return real.destination(issued.get().medium())
                .map(destination -> new Finding.Match(real, issued.get(), destination));
    }
}
