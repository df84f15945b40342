// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import io.passwordrecovery.keycloak.audit.DeliveryMetrics.Outcome;

/**
 * How much happened in each realm on this node lately: numbers, of nobody in particular, in this node's memory alone.
 *
 * <p>They are kept by the hour of the clock, for the present one and the 23 before it.
 */
public final class DayFigures {
    private static final Duration KEPT = Duration.ofHours(23);

    private final Clock clock;
    private final Instant start;
    private final Map<String, TreeMap<Instant, Map<Figure, Long>>> hoursByRealm = new TreeMap<>();

    /** What is counted. */
    public enum Figure {
        /** Codes that were issued and queued. */
        CODES_ISSUED,
        /** Requests for codes of which nothing came, though the caller was told "accepted". */
        CODES_NOT_ISSUED,
        DELIVERED,
        /** Tries that failed, whether or not another followed. */
        FAILED_TRIES,
        GIVEN_UP,
        PASSWORDS_RESET,
        PASSWORDS_UPDATED,
        /** Codes, current and new passwords that were refused. */
        REFUSED,
        /** Calls that a limit refused. */
        THROTTLED,
        /** Text messages that were due when a cap was reached. */
        SMS_CAPPED;

        /** What becomes of a message is one of these, unless a newer one took its place. */
        private static Map<Outcome, Figure> ofDeliveries() {
            return Map.of(
                    Outcome.DELIVERED, DELIVERED,
                    Outcome.FAILED, FAILED_TRIES,
                    Outcome.GAVE_UP, GIVEN_UP,
                    Outcome.STOPPED, GIVEN_UP);
        }
    }

    public DayFigures(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    public void count(String realmId, Figure figure) {
        Instant now = hour();
        synchronized (hoursByRealm) {
            forgetBefore(now.minus(KEPT));
            hoursByRealm
                    .computeIfAbsent(realmId, id -> new TreeMap<>())
                    .computeIfAbsent(now, hour -> new EnumMap<>(Figure.class))
                    .merge(figure, 1L, Long::sum);
        }
    }

    public void count(String realmId, Outcome outcome) {
        Figure figure = Figure.ofDeliveries().get(outcome);
        if (figure != null) {
            count(realmId, figure);
        }
    }

    /** Since when {@link #of} counts: at most 24 hours ago, and not before this node has started. */
    public Instant since() {
        Instant kept = hour().minus(KEPT);
        return start.isAfter(kept) ? start : kept;
    }

    /** Every figure of the realm, those that are zero too. */
    public Map<Figure, Long> of(String realmId) {
        Map<Figure, Long> sums = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            sums.put(figure, 0L);
        }
        synchronized (hoursByRealm) {
            forgetBefore(hour().minus(KEPT));
            hoursByRealm
                    .getOrDefault(realmId, new TreeMap<>())
                    .values()
                    .forEach(hour -> hour.forEach((figure, count) -> sums.merge(figure, count, Long::sum)));
        }
        return sums;
    }

    // Of realms that are gone, too.
    private void forgetBefore(Instant oldest) {
        hoursByRealm.values().forEach(hours -> hours.headMap(oldest).clear());
        hoursByRealm.values().removeIf(Map::isEmpty);
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
