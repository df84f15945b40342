// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.passwordrecovery.recovery.AcceptedRequest;

/** A request that was answered, and is to be worked off. */
record QueuedRequest(Origin origin, AcceptedRequest accepted) implements Queued {
    // A realm's mail server holds up none of its look-ups.
    @Override
    public String route() {
        return owner();
    }

    @Override
    public Optional<String> noticeFor() {
        return Optional.empty();
    }

    @Override
    public Instant expiresAt() {
        return accepted.pending().expiresAt();
    }

    @Override
    public Optional<Duration> pauseAfter(int failures) {
        return Queued.awaited(failures);
    }
}
