// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One node's slots. */
public final class InMemorySlots implements Slots {
    private final Map<String, Instant> takenUntil = new HashMap<>();
    private final Clock clock;

    public InMemorySlots(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized OptionalInt take(String name, int places, Duration lifetime) {
        OptionalInt free = IntStream.range(0, places)
                .filter(place -> !isTaken(name, place))
                .findFirst();
        free.ifPresent(place -> takenUntil.put(key(name, place), clock.instant().plus(lifetime)));
        return free;
    }

    @Override
    public synchronized boolean isTaken(String name, int place) {
        Instant until = takenUntil.get(key(name, place));
        return until != null && clock.instant().isBefore(until);
    }

    @Override
    public synchronized void free(String name, int place) {
        takenUntil.remove(key(name, place));
    }

    /** How many places are taken of what begins with the name; for tests that look behind the scenes. */
    public synchronized long takenOf(String beginning) {
        Instant now = clock.instant();
        return takenUntil.entrySet().stream()
                .filter(taken -> taken.getKey().startsWith(beginning))
                .filter(taken -> now.isBefore(taken.getValue()))
                .count();
    }

    private static String key(String name, int place) {
        return name + "#" + place;
    }
}
