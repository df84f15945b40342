// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

/** A count of one hour of the clock, and what it may come to. */
record HourlyCount(String name, int limit, Duration keep) {
    /** The count of this hour, kept as long as it is of use. */
    static HourlyCount of(String what, int limit, Instant now) {
        return new HourlyCount(Hours.key(what, now), limit, Hours.keep(now));
    }

    boolean hasRoom(Counters counters) {
        return counters.hasRoom(name, limit);
    }

    boolean count(Counters counters) {
        return counters.count(name, limit, keep);
    }
}
