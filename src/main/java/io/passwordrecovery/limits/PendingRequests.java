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

    /** Keeps, for at least {@code keep}, under which key the codes are that were asked for under the name. */
    void settle(LimitKey name, LimitKey holder, Duration keep);

    /** Under which key the codes of the name are; empty where nobody has looked who it stands for. */
    Optional<LimitKey> holder(LimitKey name);
}
