// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until it is moved. */
public final class MovableClock extends Clock {
    /** Half past an hour, so that a few minutes more or less stay within it. */
    public static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private volatile Duration tick = Duration.ZERO;

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** From now on each reading takes a while, as in real life. */
    public void tickAtEachReading(Duration by) {
        tick = by;
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(instant -> instant.plus(tick));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
