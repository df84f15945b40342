// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.keys.Subject;

/** Where tickets are kept: one per typed name, shared by all nodes; takes effect at once. */
public interface Tickets {
    /** Keeps the ticket for at least {@code keep}; an older one of the name is gone. */
    void put(Subject name, Ticket ticket, Duration keep);

    Optional<Ticket> find(Subject name);
}
