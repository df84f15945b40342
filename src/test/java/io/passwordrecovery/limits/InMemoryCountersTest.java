// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

import io.passwordrecovery.testkit.MovableClock;

class InMemoryCountersTest extends CountersContract {
    private final MovableClock clock = new MovableClock();
    private final Counters counters = new InMemoryCounters(clock);

    @Override
    protected Counters counters() {
        return counters;
    }

    @Override
    protected void advance(Duration by) {
        clock.advance(by);
    }
}
