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
    static final int FEW = 10;

    private final Slots slots;
    private final RecoverySettings settings;
    private final Clock clock;

    public FailureCount(Slots slots, RecoverySettings settings, Clock clock) {
        this.slots = slots;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a guess as failed, before it is known whether it is.
     *
     * @return empty when the subject has no failure left
     */
    public Optional<Attempt> take(LimitKey key) {
        int limit = settings.get(RecoveryOptions.FAILURES_PER_ACCOUNT);
        return place(few(key), Math.min(limit, FEW), limit).or(() -> {
            Optional<Attempt> place = place(more(key), limit - FEW, limit - FEW);
            place.ifPresent(counted ->
                    slots.take(mark(key, period()), 1, forgottenAfter().multipliedBy(2)));
            return place;
        });
    }

    /**
     * Whether more than {@value #FEW} failures stand. Says so for up to twice as long as they do: the mark outlives
     * them, where counting them all would cost a look at every place.
     */
    public boolean areMany(LimitKey key) {
        return slots.isTaken(mark(key, period()), 0) || slots.isTaken(mark(key, period() - 1), 0);
    }

    /** Forgets all of them: the account's owner has proven themselves. */
    public void forget(LimitKey key) {
        boolean many = areMany(key);
        free(few(key), FEW);
        if (many) {
            free(more(key), settings.get(RecoveryOptions.FAILURES_PER_ACCOUNT) - FEW);
            slots.free(mark(key, period()), 0);
            slots.free(mark(key, period() - 1), 0);
        }
    }

    private Optional<Attempt> place(String name, int places, int allowed) {
        OptionalInt place = places > 0 ? slots.take(name, places, forgottenAfter()) : OptionalInt.empty();
        return place.isPresent()
                ? Optional.of(new Attempt(allowed - place.getAsInt() - 1, () -> slots.free(name, place.getAsInt())))
                : Optional.empty();
    }

    private void free(String name, int places) {
        for (int place = 0; place < places; place++) {
            slots.free(name, place);
        }
    }

    private Duration forgottenAfter() {
        return settings.get(RecoveryOptions.FAILURES_FORGOTTEN_AFTER);
    }

    private long period() {
        return clock.instant().getEpochSecond() / forgottenAfter().toSeconds();
    }

    private static String few(LimitKey key) {
        return "failures." + key.value();
    }

    private static String more(LimitKey key) {
        return "more-failures." + key.value();
    }

    private static String mark(LimitKey key, long period) {
        return "many-failures." + key.value() + "." + period;
    }
}
