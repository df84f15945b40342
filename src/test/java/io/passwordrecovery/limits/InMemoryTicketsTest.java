// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

import io.passwordrecovery.testkit.MovableClock;

class InMemoryTicketsTest extends TicketsContract {
    private final MovableClock clock = new MovableClock();
    private final Tickets tickets = new InMemoryTickets(clock);

    @Override
    protected Tickets tickets() {
        return tickets;
    }

    @Override
    protected void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }
}
