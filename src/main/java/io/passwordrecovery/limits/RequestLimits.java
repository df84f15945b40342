// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.ClientOptions;
import io.passwordrecovery.settings.Option;
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
        List<HourlyCount> counts = counts(name, caller, now);
        // All are looked at before any is counted, so that a refusal by one leaves the others as they were.
        if (!counts.stream().allMatch(count -> count.hasRoom(counters))) {
            return Optional.of(untilBothEnd(name, now));
        }
        Duration cooldown = settings.get(RecoveryOptions.COOLDOWN);
        if (!takeCooldown(name, cooldown)) {
            return Optional.of(cooldownLeft(name, now));
        }
        boolean counted = counts.stream().allMatch(count -> count.count(counters));
        return counted ? Optional.empty() : Optional.of(Hours.untilNext(now));
    }

    /** How long until {@link #refuse} would let a request pass; nothing is counted. */
    public Duration untilNextCode(LimitKey name, Caller caller) {
        Instant now = clock.instant();
        boolean room = counts(name, caller, now).stream().allMatch(count -> count.hasRoom(counters));
        return room ? cooldownLeft(name, now) : untilBothEnd(name, now);
    }

    /**
     * Notes that a code was asked for under the name, whoever it stands for: only then is a caller told "expired" or "too
     * many attempts".
     */
    public PendingRequest open(LimitKey name) {
        Instant now = clock.instant();
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        PendingRequest pending = new PendingRequest(UUID.randomUUID().toString(), now, now.plus(lifetime));
        pendingRequests.put(name, pending, lifetime.plus(PendingRequest.KEPT_AFTER_EXPIRY));
        return pending;
    }

    /** Notes under which key the codes of a name are, once somebody has looked who it stands for. */
    public void settle(LimitKey name, LimitKey holder) {
        pendingRequests.settle(name, holder, settings.get(RecoveryOptions.CODE_LIFETIME));
    }

    /**
     * Notes the same of the account's other names. A name that somebody asked by is left to them: it may be another's too.
     */
    public void settleOthers(List<LimitKey> names, LimitKey holder) {
        names.stream().filter(name -> pendingRequests.holder(name).isEmpty()).forEach(name -> settle(name, holder));
    }

    /**
     * Counts a code for the account, under all of its names together: for callers of one network {@code
     * codes-per-account-hour}, and twice as many for all, so that no network alone keeps the owner from a code.
     *
     * @return false when the account has had enough; the caller MUST NOT tell, since that would say that two names are
     *     one account
     */
    public boolean grant(LimitKey account, Caller caller) {
        Instant now = clock.instant();
        int perNetwork = settings.get(RecoveryOptions.CODES_PER_ACCOUNT_HOUR);
        LimitKey here = account.at(caller.network());
        HourlyCount byNetwork = count(here.value(), perNetwork, now);
        HourlyCount byAccount = count(account.value(), 2 * perNetwork, now);
        return byNetwork.hasRoom(counters)
                && byAccount.hasRoom(counters)
                && takeCooldown(here, settings.get(RecoveryOptions.COOLDOWN).minus(HEAD_START))
                && byNetwork.count(counters)
                && byAccount.count(counters);
    }

    /** Forgets the codes of this hour that were counted for the account by {@link #grant}, from all networks together. */
    public void forget(LimitKey account) {
        HourlyCount byAccount =
                count(account.value(), 2 * settings.get(RecoveryOptions.CODES_PER_ACCOUNT_HOUR), clock.instant());
        counters.clear(byAccount.name(), byAccount.limit());
    }

    private List<HourlyCount> counts(LimitKey name, Caller caller, Instant now) {
        Stream<HourlyCount> counts = Stream.of(
                count("network." + caller.network(), RecoveryOptions.CODES_PER_IP_HOUR, now),
                count(name.value(), RecoveryOptions.CODES_PER_ACCOUNT_HOUR, now));
        // Whoever tells addresses could tell a new one each time.
        Optional<HourlyCount> byTeller =
                caller.teller().map(client -> count(client.value(), ClientOptions.CODES_PER_CLIENT_HOUR, now));
        return Stream.concat(counts, byTeller.stream()).toList();
    }

    private HourlyCount count(String what, Option<Integer> limit, Instant now) {
        return count(what, settings.get(limit), now);
    }

    private static HourlyCount count(String what, int limit, Instant now) {
        return HourlyCount.of("codes." + what, limit, now);
    }

    private boolean takeCooldown(LimitKey key, Duration cooldown) {
        return cooldown.compareTo(Duration.ZERO) <= 0
                || slots.take("cooldown." + key.value(), 1, cooldown).isPresent();
    }

    // A cooldown may outlast the hour.
    private Duration untilBothEnd(LimitKey name, Instant now) {
        Duration cooldown = cooldownLeft(name, now);
        Duration hour = Hours.untilNext(now);
        return cooldown.compareTo(hour) > 0 ? cooldown : hour;
    }

    private Duration cooldownLeft(LimitKey name, Instant now) {
        Duration cooldown = settings.get(RecoveryOptions.COOLDOWN);
        return pendingRequests
                .find(name)
                .map(pending -> Duration.between(now, pending.issuedAt().plus(cooldown)))
                .filter(left -> left.compareTo(Duration.ofSeconds(1)) >= 0)
                .orElse(Duration.ofSeconds(1));
    }
}
