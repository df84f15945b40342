// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.passwordrecovery.keys.Subject;
import io.passwordrecovery.limits.Ticket;
import io.passwordrecovery.limits.Tickets;

/** One object of the store for each typed name's ticket. */
final class SharedTickets implements Tickets {
    private static final String ID = "id";
    private static final String ISSUED_AT = "iat";
    private static final String EXPIRES_AT = "exp";

    private final SharedStore store;

    SharedTickets(SharedStore store) {
        this.store = store;
    }

    @Override
    public void put(Subject name, Ticket ticket, Duration keep) {
        store.put(
                key(name),
                keep,
                Map.of(
                        ID, ticket.id(),
                        ISSUED_AT, Long.toString(ticket.issuedAt().toEpochMilli()),
                        EXPIRES_AT, Long.toString(ticket.expiresAt().toEpochMilli())));
    }

    @Override
    public Optional<Ticket> find(Subject name) {
        return store.get(key(name))
                .map(notes -> new Ticket(note(notes, ID), instant(notes, ISSUED_AT), instant(notes, EXPIRES_AT)));
    }

    private static String key(Subject name) {
        return "ticket." + name.key();
    }

    private static Instant instant(Map<String, String> notes, String name) {
        return Instant.ofEpochMilli(Long.parseLong(note(notes, name)));
    }

    private static String note(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name), name);
    }
}
