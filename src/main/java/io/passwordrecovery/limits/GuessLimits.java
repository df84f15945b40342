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
    private final Slots slots;
    private final FailureCount failures;
    private final RecoverySettings settings;

    public GuessLimits(Slots slots, FailureCount failures, RecoverySettings settings) {
        this.slots = slots;
        this.failures = failures;
        this.settings = settings;
    }

    /**
     * Takes one guess out of both budgets.
     *
     * @param budget the id of the code or pending request that is guessed at
     * @return empty when either budget is used up
     */
    public Optional<Attempt> take(LimitKey key, String budget) {
        String name = "attempts." + budget;
        OptionalInt place = slots.take(name, settings.get(RecoveryOptions.ATTEMPTS_PER_CODE), keep());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int perCode = settings.get(RecoveryOptions.ATTEMPTS_PER_CODE) - place.getAsInt() - 1;
        Attempt attempt = new Attempt(perCode, () -> slots.free(name, place.getAsInt()));
        Optional<Attempt> failure = failures.take(key);
        if (failure.isEmpty()) {
            attempt.giveBack();
        }
        return failure.map(counted -> new Attempt(Math.min(perCode, counted.left()), () -> {
            counted.giveBack();
            attempt.giveBack();
        }));
    }

    /** @see FailureCount#areMany */
    public boolean manyFailures(LimitKey key) {
        return failures.areMany(key);
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
