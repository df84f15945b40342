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

    protected abstract PendingRequests tickets();

    protected abstract void advance(Duration by);

    /** The time that {@link #advance} moves. */
    protected abstract Instant now();

    /** Whether {@link #advance} works here. */
    protected boolean canAdvance() {
        return true;
    }

    @Test
    void ticketIsFoundAsItWasPut() {
        PendingRequest ticket = ticket("one");

        tickets().put(name, ticket, KEEP);

        assertThat(tickets().find(name)).contains(ticket);
        assertThat(tickets().find(name)).contains(ticket);
    }

    @Test
    void nameWithoutATicketHasNone() {
        assertThat(tickets().find(name)).isEmpty();
    }

    @Test
    void newerTicketReplacesTheOlder() {
        tickets().put(name, ticket("older"), KEEP);
        PendingRequest newer = ticket("newer");

        tickets().put(name, newer, KEEP);

        assertThat(tickets().find(name)).contains(newer);
    }

    @Test
    void namesHaveTicketsOfTheirOwn() {
        tickets().put(name, ticket("one"), KEEP);

        assertThat(tickets().find(LimitKey.name(UUID.randomUUID().toString()))).isEmpty();
        assertThat(tickets().find(LimitKey.decoy(name.key().substring(2)))).isEmpty();
    }

    @Test
    void ticketIsKeptBeyondItsExpiryForAsLongAsWasSaid() {
        assumeTrue(canAdvance());
        PendingRequest ticket = ticket("one");
        tickets().put(name, ticket, KEEP);

        advance(KEEP.minusSeconds(5));

        assertThat(tickets().find(name)).contains(ticket);
        advance(Duration.ofSeconds(10));
        assertThat(tickets().find(name)).isEmpty();
    }

    private PendingRequest ticket(String id) {
        Instant now = now().truncatedTo(ChronoUnit.MILLIS);
        return new PendingRequest(id, now, now.plusSeconds(60));
    }
}
