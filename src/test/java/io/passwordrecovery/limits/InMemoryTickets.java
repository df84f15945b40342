// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.passwordrecovery.keys.Subject;

/** One node's tickets. */
public final class InMemoryTickets implements Tickets {
    private final Map<Subject, Kept> tickets = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryTickets(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void put(Subject name, Ticket ticket, Duration keep) {
        tickets.put(name, new Kept(ticket, clock.instant().plus(keep)));
    }

    @Override
    public Optional<Ticket> find(Subject name) {
        return Optional.ofNullable(tickets.get(name))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::ticket);
    }

    private record Kept(Ticket ticket, Instant until) {}
}
