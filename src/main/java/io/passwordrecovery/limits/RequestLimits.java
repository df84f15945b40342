// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** How often a code may be asked for. A refused request is not counted. */
public final class RequestLimits {
    // The store counts in whole seconds, and the account's cooldown begins after the name's: whoever waited out the
    // name's as told must not run into the account's, of which nobody is told.
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    private final Slots slots;
    private final Counters counters;
    private final PendingRequests pendingRequests;
    private final RecoverySettings settings;
    private final Clock clock;

    public RequestLimits(
            Slots slots, Counters counters, PendingRequests pendingRequests, RecoverySettings settings, Clock clock) {
        this.slots = slots;
        this.counters = counters;
        this.pendingRequests = pendingRequests;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts a request under the typed name and the caller's network, before anybody looks whether there is such an
     * account.
     *
     * @param name at the caller's place: nobody is told of what another has asked for
     * @return how long to wait, when it is refused
     */
    public Optional<Duration> refuse(LimitKey name, Caller caller) {
        Instant now = clock.instant();
        String byNetwork = hourly("network." + caller.network(), now);
        String byName = hourly(name.value(), now);
        int perNetwork = settings.get(RecoveryOptions.CODES_PER_IP_HOUR);
        int perName = settings.get(RecoveryOptions.CODES_PER_ACCOUNT_HOUR);
        // All are looked at before any is counted, so that a refusal by one leaves the others as they were.
        if (!counters.hasRoom(byNetwork, perNetwork) || !counters.hasRoom(byName, perName)) {
            return Optional.of(Hours.untilNext(now));
        }
        Duration cooldown = settings.get(RecoveryOptions.COOLDOWN);
        if (!takeCooldown(name, cooldown)) {
            return Optional.of(cooldownLeft(name, now));
        }
        boolean counted =
                counters.count(byNetwork, perNetwork, Hours.LENGTH) && counters.count(byName, perName, Hours.LENGTH);
        return counted ? Optional.empty() : Optional.of(Hours.untilNext(now));
    }

    /** How long until {@link #refuse} would let a request pass; nothing is counted. */
    public Duration untilNextCode(LimitKey name, Caller caller) {
        Instant now = clock.instant();
        boolean room = counters.hasRoom(
                        hourly("network." + caller.network(), now), settings.get(RecoveryOptions.CODES_PER_IP_HOUR))
                && counters.hasRoom(hourly(name.value(), now), settings.get(RecoveryOptions.CODES_PER_ACCOUNT_HOUR));
        return room ? cooldownLeft(name, now) : Hours.untilNext(now);
    }

    /**
     * Notes that a code was asked for under the name, whoever it stands for: only then is a caller told "expired" or "too
     * many attempts".
     */
    public void open(LimitKey name) {
        Instant now = clock.instant();
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        pendingRequests.put(
                name,
                new PendingRequest(UUID.randomUUID().toString(), now, now.plus(lifetime)),
                lifetime.plus(PendingRequest.KEPT_AFTER_EXPIRY));
    }

    /**
     * Counts a code for the account, under all of its names together: for callers of one network {@code
     * codes-per-account-hour}, and twice as many for all, so that no network alone keeps the owner from a code.
     *
     * @param decoy of the typed name: what a refused code is counted under, for the same work
     * @return false when the account has had enough; the caller MUST NOT tell, since that would say that two names are
     *     one account
     */
    public boolean grant(LimitKey account, LimitKey decoy, Caller caller) {
        Instant now = clock.instant();
        int perNetwork = settings.get(RecoveryOptions.CODES_PER_ACCOUNT_HOUR);
        Duration cooldown = settings.get(RecoveryOptions.COOLDOWN).minus(HEAD_START);
        LimitKey here = account.at(caller.network());
        LimitKey nobody = decoy.at(caller.network());
        // No step is left out, whatever the one before it said: the time would tell that two names are one account.
        boolean roomHere = counters.hasRoom(hourly(here.value(), now), perNetwork);
        boolean roomAtAll = counters.hasRoom(hourly(account.value(), now), 2 * perNetwork);
        boolean granted = roomHere && roomAtAll;
        granted &= takeCooldown(granted ? here : nobody, cooldown);
        granted &= counters.count(hourly((granted ? here : nobody).value(), now), perNetwork, Hours.LENGTH);
        granted &= counters.count(hourly((granted ? account : decoy).value(), now), 2 * perNetwork, Hours.LENGTH);
        return granted;
    }

    private boolean takeCooldown(LimitKey key, Duration cooldown) {
        return cooldown.compareTo(Duration.ZERO) <= 0
                || slots.take("cooldown." + key.value(), 1, cooldown).isPresent();
    }

    private Duration cooldownLeft(LimitKey name, Instant now) {
        Duration cooldown = settings.get(RecoveryOptions.COOLDOWN);
        return pendingRequests
                .find(name)
                .map(pending -> Duration.between(now, pending.issuedAt().plus(cooldown)))
                .filter(left -> left.compareTo(Duration.ofSeconds(1)) >= 0)
                .orElse(Duration.ofSeconds(1));
    }

    private static String hourly(String what, Instant now) {
        return Hours.key("codes." + what, now);
    }
}
