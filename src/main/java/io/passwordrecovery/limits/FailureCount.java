// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * Wrong guesses of one subject, counted beyond the life of a code and reset by nothing but a success (NIST SP
 * 800-63B-4, section 3.2.2). Each is forgotten on its own, {@code failures-forgotten-after} later.
 */
public final class FailureCount {
    /** With more than this many failures, guessing is under way and new codes are longer. */
    static final int FEW = 5;

    private final Tallies tallies;
    private final RecoverySettings settings;
    private final Clock clock;

    public FailureCount(Tallies tallies, RecoverySettings settings, Clock clock) {
        this.tallies = tallies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a guess as failed, before it is known whether it is.
     *
     * @return what takes it off the count again; empty when the subject has no failure left
     */
    public Optional<Runnable> take(LimitKey key) {
        String name = name(key);
        OptionalInt mark = tallies.mark(name, limit(), forgottenAfter());
        return mark.isPresent()
                ? Optional.of(() -> tallies.takeBack(name, mark.getAsInt(), forgottenAfter()))
                : Optional.empty();
    }

    /** Whether more than {@value #FEW} failures stand. */
    public boolean areMany(LimitKey key) {
        return tallies.made(name(key), FEW).isPresent();
    }

    /** How long until the subject has a failure left; zero where it has one now. */
    public Duration untilOneIsLeft(LimitKey key) {
        return tallies.made(name(key), limit() - 1)
                .map(made -> Duration.between(clock.instant(), made.plus(forgottenAfter())))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Forgets all of them: the account's owner has proven themselves. */
    public void forget(LimitKey key) {
        tallies.forget(name(key));
    }

    private int limit() {
        return settings.get(RecoveryOptions.FAILURES_PER_ACCOUNT);
    }

    private Duration forgottenAfter() {
        return settings.get(RecoveryOptions.FAILURES_FORGOTTEN_AFTER);
    }

    private static String name(LimitKey key) {
        return "failures." + key.value();
    }
}
