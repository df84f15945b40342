// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.passwordrecovery.settings.ClientOptions;
import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** How often one network, or one application's server, may enter codes, whosever they are: looked at before anything else. */
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
        HourlyCount byNetwork = count(caller.network(), RecoveryOptions.CONFIRMATIONS_PER_IP_HOUR, now);
        Optional<HourlyCount> byTeller =
                caller.teller().map(client -> count(client.value(), ClientOptions.CONFIRMATIONS_PER_CLIENT_HOUR, now));
        List<HourlyCount> counts =
                Stream.concat(Stream.of(byNetwork), byTeller.stream()).toList();
        boolean counted = counts.stream().allMatch(count -> count.hasRoom(counters))
                && counts.stream().allMatch(count -> count.count(counters));
        return counted ? Optional.empty() : Optional.of(Hours.untilNext(now));
    }

    private HourlyCount count(String whose, Option<Integer> limit, Instant now) {
        return HourlyCount.of("confirmations." + whose, settings.get(limit), now);
    }
}
