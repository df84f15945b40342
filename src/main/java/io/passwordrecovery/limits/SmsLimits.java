// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.phone.PhoneNumber;
import io.passwordrecovery.phone.PhoneNumbers;
import io.passwordrecovery.settings.HourAndDay;
import io.passwordrecovery.settings.Option;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * How many text messages there may be: toll fraud makes money out of every one, so each is counted before it is sent.
 *
 * <p>Hours and days are the clock's (UTC). A message counts when it is queued, not for each try.
 */
public final class SmsLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final PhoneNumbers NUMBERS = new PhoneNumbers(Optional.empty());
    private static final String NOWHERE = "ZZ";

    private final Counters counters;
    private final RecoverySettings settings;
    private final RecoveryKey key;
    private final Clock clock;

    public SmsLimits(Counters counters, RecoverySettings settings, RecoveryKey key, Clock clock) {
        this.counters = counters;
        this.settings = settings;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Counts one message.
     *
     * <p>Never more than the cap, on all nodes together. Of a message that is refused, some counts may stay.
     *
     * @param number in E.164
     * @return the cap that was reached; empty when the message may be sent
     */
    public Optional<SmsCap> take(LimitKey account, String number, Caller caller) {
        String country = NUMBERS.read(number).map(PhoneNumber::country).orElse(NOWHERE);
        return take(List.of(
                count(SmsCap.NUMBER, key.macText("sms-number", number), PhoneOptions.SMS_PER_NUMBER),
                count(SmsCap.ACCOUNT, account.value(), PhoneOptions.SMS_PER_ACCOUNT),
                count(SmsCap.IP, caller.network(), PhoneOptions.SMS_PER_IP),
                count(SmsCap.COUNTRY, country, PhoneOptions.SMS_PER_COUNTRY),
                realm()));
    }

    private record Count(SmsCap cap, String name, HourAndDay limit) {}

    private Count count(SmsCap cap, String whose, Option<HourAndDay> limit) {
        return new Count(cap, "sms." + cap + "." + whose, settings.get(limit));
    }

    private Count realm() {
        int perDay = settings.get(PhoneOptions.SMS_PER_DAY);
        return new Count(SmsCap.REALM, "sms." + SmsCap.REALM + ".", new HourAndDay(perDay, perDay));
    }

    // All are looked at before any is counted, so that a refusal leaves the others as they were; the realm's is the
    // last to be counted, so that no other's refusal uses it up.
    private Optional<SmsCap> take(List<Count> counts) {
        return counts.stream()
                .filter(count -> !hasRoom(count))
                .findFirst()
                .or(() -> counts.stream().filter(count -> !take(count)).findFirst())
                .map(Count::cap);
    }

    private boolean hasRoom(Count count) {
        return periods(count).allMatch(period -> counters.hasRoom(period.name(), period.limit()));
    }

    private boolean take(Count count) {
        return periods(count).allMatch(period -> counters.count(period.name(), period.limit(), period.keep()));
    }

    private record Period(String name, int limit, Duration keep) {}

    private Stream<Period> periods(Count count) {
        Stream<Period> day = Stream.of(period(count, count.limit().perDay(), DAY));
        return count.cap() == SmsCap.REALM
                ? day
                : Stream.concat(Stream.of(period(count, count.limit().perHour(), HOUR)), day);
    }

    private Period period(Count count, int limit, Duration length) {
        long now = clock.instant().getEpochSecond();
        long number = now / length.toSeconds();
        Duration left = length.minusSeconds(now % length.toSeconds());
        return new Period(count.name() + "." + length + "." + number, limit, left.plus(Hours.GRACE));
    }
}
