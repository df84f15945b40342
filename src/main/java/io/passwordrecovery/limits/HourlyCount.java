// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

/** A count of one hour of the clock, and what it may come to. */
record HourlyCount(String name, int limit, Duration keep) {
    boolean hasRoom(Counters counters) {
        return counters.hasRoom(name, limit);
    }

    boolean count(Counters counters) {
        return counters.count(name, limit, keep);
    }
}
