// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** How often one network may enter codes, whosever they are: looked at before anything else is. */
public final class ConfirmationLimits {
    private final Counters counters;
    private final RecoverySettings settings;
    private final Clock clock;

    public ConfirmationLimits(Counters counters, RecoverySettings settings, Clock clock) {
        this.counters = counters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a code that is entered, right or wrong.
     *
     * @return how long to wait, when it is refused; it is not counted then
     */
    public Optional<Duration> refuse(Caller caller) {
        Instant now = clock.instant();
        String name = Hours.key("confirmations." + caller.network(), now);
        int limit = settings.get(RecoveryOptions.CONFIRMATIONS_PER_IP_HOUR);
        boolean counted = counters.hasRoom(name, limit) && counters.count(name, limit, Hours.LENGTH);
        return counted ? Optional.empty() : Optional.of(Hours.untilNext(now));
    }
}
