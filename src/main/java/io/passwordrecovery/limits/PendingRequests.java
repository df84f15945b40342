// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;

/** Where pending requests are kept: one per typed name, shared by all nodes; takes effect at once. */
public interface PendingRequests {
    /** Keeps the request for at least {@code keep}; an older one of the name is gone. */
    void put(LimitKey name, PendingRequest pending, Duration keep);

    Optional<PendingRequest> find(LimitKey name);
}
