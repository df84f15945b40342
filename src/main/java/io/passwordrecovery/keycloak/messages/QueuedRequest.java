// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.passwordrecovery.recovery.AcceptedRequest;

/** A request that was answered, and is to be worked off. */
record QueuedRequest(Origin origin, AcceptedRequest accepted) implements Queued {
    // Longer than an answer takes. Without it, on a machine whose processors are busy, work for an account that exists
    // slows
    // its own answer down: on the pages, the two could be told apart (docs/decisions/0049).
    private static final Duration HEAD_START = Duration.ofMillis(100);

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
    public Duration headStart() {
        return HEAD_START;
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
