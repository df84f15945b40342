// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One node's counters. */
public final class InMemoryCounters implements Counters {
    private final Map<String, Count> counts = new HashMap<>();
    private final Clock clock;

    public InMemoryCounters(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean hasRoom(String name, int limit) {
        return countOf(name) < limit;
    }

    @Override
    public synchronized boolean count(String name, int limit, Duration lifetime) {
        int count = countOf(name);
        if (count >= limit) {
            return false;
        }
        counts.put(name, new Count(count + 1, clock.instant().plus(lifetime)));
        return true;
    }

    @Override
    public synchronized void clear(String name, int limit) {
        counts.remove(name);
    }

    /** Everything that was counted; for tests that look behind the scenes. */
    public synchronized int total() {
        return counts.keySet().stream().mapToInt(this::countOf).sum();
    }

    private int countOf(String name) {
        Count count = counts.get(name);
        return count == null || !clock.instant().isBefore(count.until()) ? 0 : count.value();
    }

    private record Count(int value, Instant until) {}
}
