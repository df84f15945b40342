// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.passwordrecovery.keys.LimitKey;

/** One node's tickets. */
public final class InMemoryPendingRequests implements PendingRequests {
    private final Map<LimitKey, Kept> tickets = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryPendingRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void put(LimitKey name, PendingRequest ticket, Duration keep) {
        tickets.put(name, new Kept(ticket, clock.instant().plus(keep)));
    }

    @Override
    public Optional<PendingRequest> find(LimitKey name) {
        return Optional.ofNullable(tickets.get(name))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::ticket);
    }

    private record Kept(PendingRequest ticket, Instant until) {}
}
