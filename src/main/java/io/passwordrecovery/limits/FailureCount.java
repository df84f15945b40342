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
    public Optional<Attempt> take(LimitKey subject) {
        int limit = settings.get(RecoveryOptions.FAILURES_PER_ACCOUNT);
        return place(few(subject), Math.min(limit, FEW), limit).or(() -> {
            Optional<Attempt> place = place(more(subject), limit - FEW, limit - FEW);
            place.ifPresent(counted ->
                    slots.take(mark(subject, period()), 1, forgottenAfter().multipliedBy(2)));
            return place;
        });
    }

    /**
     * Whether more than {@value #FEW} failures stand. Says so for up to twice as long as they do: the mark outlives
     * them, where counting them all would cost a look at every place.
     */
    public boolean areMany(LimitKey subject) {
        return slots.isTaken(mark(subject, period()), 0) || slots.isTaken(mark(subject, period() - 1), 0);
    }

    /** Forgets all of them: the account's owner has proven himself. */
    public void forget(LimitKey subject) {
        boolean many = areMany(subject);
        free(few(subject), FEW);
        if (many) {
            free(more(subject), settings.get(RecoveryOptions.FAILURES_PER_ACCOUNT) - FEW);
            slots.free(mark(subject, period()), 0);
            slots.free(mark(subject, period() - 1), 0);
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

    private static String few(LimitKey subject) {
        return "failures." + subject.key();
    }

    private static String more(LimitKey subject) {
        return "more-failures." + subject.key();
    }

    private static String mark(LimitKey subject, long period) {
        return "many-failures." + subject.key() + "." + period;
    }
}
