// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.LimitKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What {@link PendingRequests} promise, wherever they are kept. */
public abstract class PendingRequestsContract {
    private static final Duration KEEP = Duration.ofMinutes(10);

    /** The store may be one that others use too: each test has a subject of its own. */
    private final LimitKey name = LimitKey.name(UUID.randomUUID().toString());

    protected abstract PendingRequests pendingRequests();

    protected abstract void advance(Duration by);

    /** The time that {@link #advance} moves. */
    protected abstract Instant now();

    /** Whether {@link #advance} works here. */
    protected boolean canAdvance() {
        return true;
    }

    @Test
    void ticketIsFoundAsItWasPut() {
        PendingRequest pending = pending("one");

        pendingRequests().put(name, pending, KEEP);

        assertThat(pendingRequests().find(name)).contains(pending);
        assertThat(pendingRequests().find(name)).contains(pending);
    }

    @Test
    void nameWithoutATicketHasNone() {
        assertThat(pendingRequests().find(name)).isEmpty();
    }

    @Test
    void newerTicketReplacesTheOlder() {
        pendingRequests().put(name, pending("older"), KEEP);
        PendingRequest newer = pending("newer");

        pendingRequests().put(name, newer, KEEP);

        assertThat(pendingRequests().find(name)).contains(newer);
    }

    @Test
    void namesHavePendingRequestsOfTheirOwn() {
        pendingRequests().put(name, pending("one"), KEEP);

        assertThat(pendingRequests().find(LimitKey.name(UUID.randomUUID().toString())))
                .isEmpty();
        assertThat(pendingRequests().find(LimitKey.decoy(name.value().substring(2))))
                .isEmpty();
    }

    @Test
    void ticketIsKeptBeyondItsExpiryForAsLongAsWasSaid() {
        assumeTrue(canAdvance());
        PendingRequest pending = pending("one");
        pendingRequests().put(name, pending, KEEP);

        advance(KEEP.minusSeconds(5));

        assertThat(pendingRequests().find(name)).contains(pending);
        advance(Duration.ofSeconds(10));
        assertThat(pendingRequests().find(name)).isEmpty();
    }

    @Test
    void holderIsTheNamesLastForAsLongAsWasSaid() {
        LimitKey alice = LimitKey.account("alice");

        assertThat(pendingRequests().holder(name)).isEmpty();
        pendingRequests().settle(name, LimitKey.decoy("nobody"), KEEP);
        pendingRequests().settle(name, alice, KEEP);

        assertThat(pendingRequests().holder(name)).contains(alice);
        assertThat(pendingRequests().find(name)).isEmpty();
        assumeTrue(canAdvance());
        advance(KEEP.plusSeconds(5));
        assertThat(pendingRequests().holder(name)).isEmpty();
    }

    private PendingRequest pending(String id) {
        Instant now = now().truncatedTo(ChronoUnit.MILLIS);
        return new PendingRequest(id, now, now.plusSeconds(60));
    }
}
