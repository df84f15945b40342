// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.delivery.Delivery;

/** What this node's queue holds: requests that are to be worked off, and the messages that come of them. */
public sealed interface Queued extends Delivery permits QueuedMessage, QueuedRequest {
    Origin origin();

    @Override
    default String owner() {
        return origin().realmId();
    }

    /** A pause for what somebody waits for: the first ones are short. */
    static Optional<Duration> awaited(int failures) {
        long seconds = 1L << Math.min(failures - 1, 6);
        return Optional.of(Duration.ofSeconds(Math.min(seconds, 60)));
    }
}
