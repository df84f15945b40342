// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.InMemoryKeys;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class SmsLimitsTest {
    private static final Map<String, String> WIDE = Map.of(
            "sms-per-number", "1000,1000",
            "sms-per-account", "1000,1000",
            "sms-per-ip", "1000,1000",
            "sms-per-country", "1000,1000");

    private final MovableClock clock = new MovableClock();
    private final InMemoryCounters counters = new InMemoryCounters(clock);
    private final AtomicInteger others = new AtomicInteger();

    @Test
    void numberGetsSoManyAnHourAndADay() {
        SmsLimits limits = limits("sms-per-number", "2,3");

        assertThat(toNumber(limits)).isEmpty();
        assertThat(toNumber(limits)).isEmpty();
        assertThat(toNumber(limits)).contains(SmsCap.NUMBER);
        clock.advance(Duration.ofHours(1));
        assertThat(toNumber(limits)).isEmpty();
        assertThat(toNumber(limits)).contains(SmsCap.NUMBER);
        clock.advance(Duration.ofHours(2));
        assertThat(toNumber(limits)).contains(SmsCap.NUMBER);
        clock.advance(Duration.ofDays(1));
        assertThat(toNumber(limits)).isEmpty();
    }

    @Test
    void countsAreKeptLittleLongerThanTheirHourOrDay() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-01-02T22:50:00Z")));
        toNumber(limits("sms-per-number", "2,3"));

        clock.advance(Duration.ofMinutes(14));
        int ofHoursAndDays = counters.total();
        clock.advance(Duration.ofMinutes(1));
        int ofDays = counters.total();
        assertThat(ofHoursAndDays).isEqualTo(2 * ofDays - 1);
        clock.advance(Duration.ofHours(1));
        assertThat(counters.total()).isZero();
    }

    @Test
    void accountGetsSoManyWhateverItsNumbers() {
        SmsLimits limits = limits("sms-per-account", "1,1");
        LimitKey alice = LimitKey.account("alice");

        assertThat(limits.take(alice, number(1), from("198.51.100.1"))).isEmpty();
        assertThat(limits.take(alice, number(2), from("198.51.100.2"))).contains(SmsCap.ACCOUNT);
    }

    @Test
    void addressesOfOneNetworkAreOneCaller() {
        SmsLimits limits = limits("sms-per-ip", "1,1");

        assertThat(limits.take(somebody(), number(1), from("2001:db8:1:2::1"))).isEmpty();
        assertThat(limits.take(somebody(), number(2), from("2001:db8:1:2::2"))).contains(SmsCap.IP);
        assertThat(limits.take(somebody(), number(3), from("2001:db8:1:3::1"))).isEmpty();
    }

    @Test
    void countriesThatShareACallingCodeAreCountedApart() {
        SmsLimits limits = limits("sms-per-country", "1,1");

        assertThat(limits.take(somebody(), "+12015550123", from("198.51.100.1")))
                .isEmpty();
        assertThat(limits.take(somebody(), "+12015550124", from("198.51.100.2")))
                .contains(SmsCap.COUNTRY);
        assertThat(limits.take(somebody(), "+14165550123", from("198.51.100.3")))
                .isEmpty();
    }

    @Test
    void realmSendsSoManyADay() {
        SmsLimits limits = limits("sms-per-day", "2");

        assertThat(toAnybody(limits)).isEmpty();
        clock.advance(Duration.ofHours(3));
        assertThat(toAnybody(limits)).isEmpty();
        assertThat(toAnybody(limits)).contains(SmsCap.REALM);
        clock.advance(Duration.ofDays(1));
        assertThat(toAnybody(limits)).isEmpty();
    }

    @Test
    void noneMeansNone() {
        assertThat(toAnybody(limits("sms-per-day", "0"))).contains(SmsCap.REALM);
        assertThat(toAnybody(limits("sms-per-country", "0,0"))).contains(SmsCap.COUNTRY);
    }

    @Test
    void refusedMessageUsesUpNothingOfTheRealms() {
        SmsLimits narrow = limits(Map.of("sms-per-number", "1,1", "sms-per-day", "2"));

        assertThat(toNumber(narrow)).isEmpty();
        assertThat(toNumber(narrow)).contains(SmsCap.NUMBER);
        assertThat(toNumber(narrow)).contains(SmsCap.NUMBER);

        assertThat(toAnybody(narrow)).isEmpty();
    }

    // Between the look and the count another node may have taken the last one: only the count decides.
    @Test
    void roomThatIsGoneWhenItIsCountedIsNoRoom() {
        Counters lateness = new Counters() {
            @Override
            public void clear(String name, int limit) {
                throw new AssertionError("nobody clears");
            }

            @Override
            public boolean hasRoom(String name, int limit) {
                return true;
            }

            @Override
            public boolean count(String name, int limit, Duration lifetime) {
                return !name.startsWith("sms.COUNTRY");
            }
        };
        SmsLimits limits = new SmsLimits(lateness, RecoverySettings.of(WIDE), new InMemoryKeys().active(), clock);

        assertThat(toAnybody(limits)).contains(SmsCap.COUNTRY);
    }

    @Test
    void parallelMessagesNeverExceedTheCap() {
        SmsLimits limits = limits("sms-per-day", "17");

        List<Optional<SmsCap>> outcomes = Crowd.of(100, i -> toAnybody(limits));

        assertThat(outcomes.stream().filter(Optional::isEmpty)).hasSize(17);
    }

    private Optional<SmsCap> toNumber(SmsLimits limits) {
        return limits.take(somebody(), "+12015550123", from("198.51.100." + others.incrementAndGet()));
    }

    private Optional<SmsCap> toAnybody(SmsLimits limits) {
        int next = others.incrementAndGet();
        return limits.take(somebody(), number(next), from("198.51.100." + next));
    }

    private LimitKey somebody() {
        return LimitKey.account("account-" + others.incrementAndGet());
    }

    private static String number(int i) {
        return "+1201555%04d".formatted(100 + i % 100);
    }

    private static Caller from(String ipAddress) {
        return new Caller("app", ipAddress);
    }

    private SmsLimits limits(String key, String value) {
        return limits(Map.of(key, value));
    }

    private SmsLimits limits(Map<String, String> stored) {
        Map<String, String> all = new HashMap<>(WIDE);
        all.putAll(stored);
        return new SmsLimits(counters, RecoverySettings.of(all), new InMemoryKeys().active(), clock);
    }
}
