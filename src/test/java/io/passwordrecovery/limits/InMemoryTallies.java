// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** One node's tallies. */
public final class InMemoryTallies implements Tallies {
    private final Map<String, NavigableMap<Integer, Mark>> tallies = new HashMap<>();
    private final Clock clock;

    public InMemoryTallies(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized OptionalInt mark(String name, int limit, Duration lifetime) {
        NavigableMap<Integer, Mark> standing = standing(name);
        if (standing.size() >= limit) {
            return OptionalInt.empty();
        }
        int next = standing.isEmpty() ? 0 : standing.lastKey() + 1;
        standing.put(next, new Mark(clock.instant(), clock.instant().plus(lifetime)));
        return OptionalInt.of(next);
    }

    @Override
    public void pretend(String name) {
        // nothing to do the work of
    }

    @Override
    public synchronized Optional<Instant> made(String name, int newer) {
        List<Mark> marks = List.copyOf(standing(name).values());
        return marks.size() > newer
                ? Optional.of(marks.get(marks.size() - 1 - newer).made())
                : Optional.empty();
    }

    @Override
    public synchronized void takeBack(String name, int mark, Duration lifetime) {
        standing(name).remove(mark);
    }

    @Override
    public synchronized void forget(String name) {
        tallies.remove(name);
    }

    /** How many marks stand of what begins with the name; for tests that look behind the scenes. */
    public synchronized int standingOf(String beginning) {
        return List.copyOf(tallies.keySet()).stream()
                .filter(name -> name.startsWith(beginning))
                .mapToInt(name -> standing(name).size())
                .sum();
    }

    private NavigableMap<Integer, Mark> standing(String name) {
        NavigableMap<Integer, Mark> marks = tallies.computeIfAbsent(name, unused -> new TreeMap<>());
        marks.values().removeIf(mark -> !clock.instant().isBefore(mark.until()));
        return marks;
    }

    private record Mark(Instant made, Instant until) {}
}
