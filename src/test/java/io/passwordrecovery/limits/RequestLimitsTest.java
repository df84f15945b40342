// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLimitsTest {
    private static final LimitKey NAME = LimitKey.name("name");
    private static final LimitKey ACCOUNT = LimitKey.account("alice");
    private static final Caller HOME = new Caller("app", "198.51.100.7");
    private static final Duration UNTIL_NEXT_HOUR = Duration.ofMinutes(30);

    private final MovableClock clock = new MovableClock();
    private final InMemoryCounters counters = new InMemoryCounters(clock);
    private final InMemoryPendingRequests pendingRequests = new InMemoryPendingRequests(clock);
    private final InMemorySlots slots = new InMemorySlots(clock);

    @Nested
    class Cooldown {
        private final RequestLimits limits = limits(Map.of());

        @Test
        void secondRequestIsRefusedForTheRestOfIt() {
            ask(limits);
            clock.advance(Duration.ofSeconds(10));

            assertThat(limits.refuse(NAME, HOME)).contains(Duration.ofSeconds(20));
        }

        @Test
        void waitIsNeverToldAsLessThanASecond() {
            ask(limits);
            clock.advance(Duration.ofMillis(29_500));

            assertThat(limits.refuse(NAME, HOME)).contains(Duration.ofSeconds(1));
        }

        @Test
        void waitIsASecondWhereNobodyKnowsWhenItBegan() {
            limits.refuse(NAME, HOME);

            assertThat(limits.refuse(NAME, HOME)).contains(Duration.ofSeconds(1));
        }

        @Test
        void requestAfterItIsGood() {
            ask(limits);
            clock.advance(Duration.ofSeconds(30));

            assertThat(limits.refuse(NAME, HOME)).isEmpty();
        }

        @Test
        void refusedRequestsDoNotProlongItNorCount() {
            ask(limits);
            for (int i = 0; i < 20; i++) {
                limits.refuse(NAME, HOME);
            }
            clock.advance(Duration.ofSeconds(30));

            assertThat(limits.refuse(NAME, HOME)).isEmpty();
            assertThat(counters.total()).isEqualTo(4);
        }

        @Test
        void oneOfManyParallelRequestsPasses() {
            List<Optional<Duration>> answers = Crowd.of(30, number -> limits.refuse(NAME, HOME));

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        }

        @Test
        void realmMayHaveNone() {
            RequestLimits hasty = limits(Map.of("cooldown", "0"));
            ask(hasty);

            assertThat(hasty.refuse(NAME, HOME)).isEmpty();
        }
    }

    @Nested
    class CodesPerHour {
        private final RequestLimits limits =
                limits(Map.of("cooldown", "0", "codes-per-account-hour", "3", "codes-per-ip-hour", "5"));

        @Test
        void nameThatHadItsCodesWaitsForTheNextHour() {
            askTimes(3);

            assertThat(limits.refuse(NAME, HOME)).contains(UNTIL_NEXT_HOUR);
        }

        @Test
        void nameHasNewCodesInTheNextHour() {
            askTimes(3);
            clock.advance(UNTIL_NEXT_HOUR);

            assertThat(limits.refuse(NAME, HOME)).isEmpty();
        }

        @Test
        void waitIsNotToldTooShortWhereTheHourHasAFraction() {
            askTimes(3);
            clock.advance(Duration.ofMillis(500));
            Duration wait = limits.refuse(NAME, HOME).orElseThrow();
            clock.advance(wait);

            assertThat(limits.refuse(NAME, HOME)).isEmpty();
        }

        @Test
        void waitIsNotToldTooShortWhereTheCooldownOutlastsTheHour() {
            RequestLimits slow = limits(Map.of("cooldown", "3600", "codes-per-account-hour", "1"));
            ask(slow);
            Duration wait = slow.refuse(NAME, HOME).orElseThrow();

            assertThat(slow.untilNextCode(NAME, HOME)).isEqualTo(wait);
            clock.advance(wait);
            assertThat(slow.refuse(NAME, HOME)).isEmpty();
        }

        @Test
        void networkThatHadItsCodesWaitsWhateverNameItAsksFor() {
            for (int i = 0; i < 5; i++) {
                limits.refuse(LimitKey.name("name-" + i), HOME);
            }

            assertThat(limits.refuse(NAME, HOME)).contains(UNTIL_NEXT_HOUR);
            assertThat(limits.refuse(NAME, new Caller("app", "198.51.100.8"))).isEmpty();
        }

        @Test
        void requestThatTheNetworkRefusesDoesNotCountForTheName() {
            for (int i = 0; i < 20; i++) {
                limits.refuse(LimitKey.name("name-" + i % 5), HOME);
                limits.refuse(NAME, HOME);
            }

            assertThat(counters.total()).isEqualTo(10);
        }

        @Test
        void parallelRequestsGetNoMoreThanTheLimit() {
            List<Optional<Duration>> answers = Crowd.of(30, number -> limits.refuse(NAME, HOME));

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(3);
        }

        private void askTimes(int times) {
            for (int i = 0; i < times; i++) {
                ask(limits);
            }
        }
    }

    @Nested
    class OfTheAccount {
        @Test
        void accountGetsItsCodesAnHourAndNoMore() {
            RequestLimits limits = limits(Map.of("cooldown", "0", "codes-per-account-hour", "2"));

            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, HOME)).isFalse();
            clock.advance(UNTIL_NEXT_HOUR);
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
        }

        @Test
        void otherNetworkGetsAShareOfItsOwnUntilTheAccountHasHadTwice() {
            RequestLimits limits = limits(Map.of("cooldown", "0", "codes-per-account-hour", "2"));
            Caller elsewhere = new Caller("app", "192.0.2.1");
            for (int i = 0; i < 10; i++) {
                limits.grant(ACCOUNT, elsewhere);
            }

            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, new Caller("app", "203.0.113.1"))).isFalse();
        }

        @Test
        void strangersRequestDoesNotMakeTheOwnerWait() {
            RequestLimits limits = limits(Map.of());
            limits.grant(ACCOUNT, new Caller("app", "192.0.2.1"));

            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
        }

        @Test
        void refusedCodeIsNotCounted() {
            RequestLimits limits = limits(Map.of("cooldown", "30", "codes-per-account-hour", "2"));
            limits.grant(ACCOUNT, HOME);

            assertThat(limits.grant(ACCOUNT, HOME)).isFalse();

            clock.advance(Duration.ofSeconds(30));
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(counters.total()).isEqualTo(4);
        }

        @Test
        void accountHasACooldownAcrossItsNames() {
            RequestLimits limits = limits(Map.of());

            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, HOME)).isFalse();
        }

        @Test
        void itsCooldownIsOverWhenThatOfTheNameIs() {
            RequestLimits limits = limits(Map.of());
            ask(limits);
            clock.advance(Duration.ofMillis(1_900));
            limits.grant(ACCOUNT, HOME);
            clock.advance(Duration.ofMillis(28_100));

            assertThat(limits.refuse(NAME, HOME)).isEmpty();
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
        }

        @Test
        void shortCooldownIsLeftToTheNames() {
            RequestLimits limits = limits(Map.of("cooldown", "2"));

            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
            assertThat(limits.grant(ACCOUNT, HOME)).isTrue();
        }
    }

    // Kept for an hour from then on, they would fill the store of a realm that many ask for codes.
    @Test
    void countsAreKeptLittleLongerThanTheirHour() {
        RequestLimits limits = limits(Map.of());
        ask(limits);
        limits.grant(ACCOUNT, HOME);

        clock.advance(UNTIL_NEXT_HOUR);
        assertThat(counters.total()).as("for a node whose clock is behind").isEqualTo(4);
        clock.advance(Duration.ofMinutes(5));
        assertThat(counters.total()).isZero();
    }

    private void ask(RequestLimits limits) {
        assertThat(limits.refuse(NAME, HOME)).isEmpty();
        Instant now = clock.instant();
        pendingRequests.put(NAME, new PendingRequest("ticket", now, now.plusSeconds(600)), Duration.ofHours(2));
    }

    private RequestLimits limits(Map<String, String> settings) {
        return new RequestLimits(slots, counters, pendingRequests, RecoverySettings.of(settings), clock);
    }
}
