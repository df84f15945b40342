// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.ConfirmationLimits;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.PendingRequests;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * Counts a guess, then compares it: the first steps of everything that a code is good for.
 *
 * <p>It counts under the caller's network always, and under name and account only where a code waits for this caller:
 * a guess at nothing is nobody's failure, and leaves nothing behind that a million made-up names could fill the store with.
 */
public final class CodeCheck {
    private final AccountResolver resolver;
    private final PendingRequests pendingRequests;
    private final Limits limits;
    private final ResetCodes codes;
    private final RecoverySettings settings;
    private final Clock clock;

    public CodeCheck(
            AccountResolver resolver,
            PendingRequests pendingRequests,
            Limits limits,
            ResetCodes codes,
            RecoverySettings settings,
            Clock clock) {
        this.resolver = resolver;
        this.pendingRequests = pendingRequests;
        this.limits = limits;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** The limits that a guess meets, in this order, and the one that says when a new code can help. */
    public record Limits(ConfirmationLimits network, GuessLimits guesses, RequestLimits requests) {}

    /** What a guess turned out to be. */
    sealed interface Finding {
        /** Whose account it was about, for the realm's events alone; empty where that is not known. */
        Optional<String> whose();

        /** The code is the account's own; it is not spent yet. */
        record Match(ResolvedAccount.Real account, IssuedCode code, Destination destination) implements Finding {
            String accountId() {
                return account.accountId();
            }

            @Override
            public Optional<String> whose() {
                return Optional.of(accountId());
            }
        }

        /**
         * It is not.
         *
         * @param attemptsLeft before a new code is needed
         * @param retryAfter zero where waiting is not the point
         */
        record Mismatch(RefusalReason reason, int attemptsLeft, Duration retryAfter, Optional<String> whose)
                implements Finding {}
    }

    Finding check(CodeEntry entry) {
        Optional<Duration> wait = limits.network().refuse(entry.caller());
        if (wait.isPresent()) {
            return new Finding.Mismatch(RefusalReason.THROTTLED, 0, wait.get(), Optional.empty());
        }
        LimitKey holder = pendingRequests.holder(resolver.keyOf(entry.name())).orElse(resolver.decoyOf(entry.name()));
        LimitKey name = resolver.keyOf(entry.name()).at(entry.caller().place());
        Optional<PendingRequest> pending = pendingRequests.find(name);
        if (pending.filter(request -> request.isExpiredAt(clock.instant())).isPresent()) {
            return new Finding.Mismatch(RefusalReason.CODE_EXPIRED, 0, Duration.ZERO, holder.accountId());
        }
        Optional<Attempt> seen =
                pending.map(request -> limits.guesses().take(request.id())).orElseGet(this::atNothing);
        if (seen.isEmpty()) {
            Duration newCode = limits.requests().untilNextCode(name, entry.caller());
            return new Finding.Mismatch(RefusalReason.TOO_MANY_ATTEMPTS, 0, newCode, holder.accountId());
        }
        return guess(entry, holder, seen.get())
                .<Finding>map(match -> match)
                .orElseGet(() -> new Finding.Mismatch(
                        RefusalReason.CODE_MISMATCH, seen.get().left(), Duration.ZERO, holder.accountId()));
    }

    /** Forgets earlier wrong guesses: the owner has proven themselves. */
    void forgive(Finding.Match match) {
        limits.guesses().forgetFailures(match.account().key());
    }

    // Nothing is counted under a name that this caller has asked no code for; it is told of attempts all the same.
    private Optional<Attempt> atNothing() {
        return Optional.of(new Attempt(settings.get(RecoveryOptions.ATTEMPTS_PER_CODE) - 1, () -> {}));
    }

    // The store knows under whose key the code is: who that is, is looked up only for the right one. So a wrong code
    // takes the same work whoever the name stands for; a used-up account's ledger says "wrong", as a decoy's does.
    private Optional<Finding.Match> guess(CodeEntry entry, LimitKey holder, Attempt seen) {
        Optional<IssuedCode> issued;
        Optional<Attempt> counted;
        try {
            issued = codes.find(holder, entry.caller());
            counted = issued.flatMap(code -> limits.guesses().take(holder, code.id()));
            if (issued.isEmpty()) {
                limits.guesses().pretend(entry.caller());
            }
        } catch (RuntimeException fault) {
            // Nothing was compared, so nothing was learned.
            seen.giveBack();
            throw fault;
        }
        boolean matches = codes.match(issued, entry);
        if (!matches || counted.isEmpty() || issued.isEmpty()) {
            return Optional.empty();
        }
        Runnable giveBack = () -> {
            seen.giveBack();
            counted.get().giveBack();
        };
        try {
            Optional<Finding.Match> match = owner(entry, issued.get());
            match.ifPresent(found -> giveBack.run());
            return match;
        } catch (RuntimeException fault) {
            // It is the right code: nobody guesses who enters it once more.
            giveBack.run();
            throw fault;
        }
    }

    private Optional<Finding.Match> owner(CodeEntry entry, IssuedCode code) {
        ResolvedAccount account = resolver.of(entry.name());
        return account instanceof ResolvedAccount.Real real && codes.isFor(real, code, entry.caller())
                ? real.destination(code.medium()).map(destination -> new Finding.Match(real, code, destination))
                : Optional.empty();
    }
}
