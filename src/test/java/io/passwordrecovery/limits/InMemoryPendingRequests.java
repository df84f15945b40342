// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.passwordrecovery.keys.LimitKey;

/** One node's pending requests. */
public final class InMemoryPendingRequests implements PendingRequests {
    private final Map<LimitKey, Kept> pendingRequests = new ConcurrentHashMap<>();
    private final Map<LimitKey, Held> holders = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryPendingRequests(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void put(LimitKey name, PendingRequest pending, Duration keep) {
        pendingRequests.put(name, new Kept(pending, clock.instant().plus(keep)));
    }

    @Override
    public Optional<PendingRequest> find(LimitKey name) {
        return Optional.ofNullable(pendingRequests.get(name))
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Kept::pending);
    }

    @Override
    public void settle(LimitKey name, LimitKey holder, Duration keep) {
        holders.put(name, new Held(holder, clock.instant().plus(keep)));
    }

    @Override
    public Optional<LimitKey> holder(LimitKey name) {
        return Optional.ofNullable(holders.get(name))
                .filter(held -> clock.instant().isBefore(held.until()))
                .map(Held::holder);
    }

    private record Held(LimitKey holder, Instant until) {}

    private record Kept(PendingRequest pending, Instant until) {}
}
