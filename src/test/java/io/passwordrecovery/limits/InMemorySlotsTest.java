// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

import io.passwordrecovery.testkit.MovableClock;

class InMemorySlotsTest extends SlotsContract {
    private final MovableClock clock = new MovableClock();
    private final Slots slots = new InMemorySlots(clock);

    @Override
    protected Slots slots() {
        return slots;
    }

    @Override
    protected void advance(Duration by) {
        clock.advance(by);
    }
}
