// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

import io.passwordrecovery.testkit.MovableClock;

class InMemoryTalliesTest extends TalliesContract {
    private final MovableClock clock = new MovableClock();
    private final Tallies tallies = new InMemoryTallies(clock);

    @Override
    protected Tallies tallies() {
        return tallies;
    }

    @Override
    protected void advance(Duration by) {
        clock.advance(by);
    }
}
