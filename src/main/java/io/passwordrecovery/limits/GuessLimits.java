// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** How often a code may be guessed: a few times each code, and not too often over many codes. */
public final class GuessLimits {
    private final Tallies tallies;
    private final FailureCount failures;
    private final RecoverySettings settings;

    public GuessLimits(Tallies tallies, FailureCount failures, RecoverySettings settings) {
        this.tallies = tallies;
        this.failures = failures;
        this.settings = settings;
    }

    /**
     * Takes one guess out of one code's budget, or one pending request's.
     *
     * @param budget its id
     * @return empty when it is used up
     */
    public Optional<Attempt> take(String budget) {
        int limit = settings.get(RecoveryOptions.ATTEMPTS_PER_CODE);
        String name = "attempts." + budget;
        OptionalInt mark = tallies.mark(name, limit, keep());
        return mark.isPresent()
                ? Optional.of(new Attempt(
                        Math.max(0, limit - 1 - mark.getAsInt()),
                        () -> tallies.takeBack(name, mark.getAsInt(), keep())))
                : Optional.empty();
    }

    /**
     * Takes one guess out of both budgets, the code's and that of all codes together.
     *
     * @param budget the id of the code that is guessed at
     * @return empty when either budget is used up
     */
    public Optional<Attempt> take(LimitKey key, String budget) {
        Optional<Attempt> attempt = take(budget);
        if (attempt.isEmpty()) {
            return attempt;
        }
        Optional<Runnable> failure = failures.take(key);
        if (failure.isEmpty()) {
            attempt.get().giveBack();
        }
        return failure.map(undo -> new Attempt(attempt.get().left(), () -> {
            undo.run();
            attempt.get().giveBack();
        }));
    }

    /** Does the work of {@link #take(LimitKey, String)} for a guess at no code: it is nobody's failure. */
    public void pretend(Caller caller) {
        tallies.pretend("no-attempts." + caller.network());
        tallies.pretend("no-failures." + caller.network());
    }

    /** @see FailureCount#areMany */
    public boolean manyFailures(LimitKey key) {
        return failures.areMany(key);
    }

    /** Whether no guess at a code of the key's would be compared: there is no use in sending one. */
    public boolean isUsedUp(LimitKey key) {
        return !failures.untilOneIsLeft(key).isZero();
    }

    /** @see FailureCount#forget */
    public void forgetFailures(LimitKey key) {
        failures.forget(key);
    }

    // At least as long as the code or pending request itself is kept.
    private Duration keep() {
        return settings.get(RecoveryOptions.CODE_LIFETIME).plus(PendingRequest.KEPT_AFTER_EXPIRY);
    }
}
