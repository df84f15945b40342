// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class FailureCountTest {
    private static final LimitKey ALICE = LimitKey.account("alice");
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final MovableClock clock = new MovableClock();
    private final InMemorySlots slots = new InMemorySlots(clock);

    @ParameterizedTest
    @ValueSource(ints = {5, 9, 10, 11, 42, 100})
    void asManyFailuresAreCountedAsTheRealmAllows(int limit) {
        FailureCount failures = withLimit(limit);
        fail(failures, limit);

        assertThat(failures.take(ALICE)).isEmpty();
        assertThat(failures.take(LimitKey.account("bob"))).isPresent();
    }

    @Test
    void givenBackFailureCanBeTakenAgain() {
        FailureCount failures = withLimit(5);
        fail(failures, 4);
        failures.take(ALICE).orElseThrow().giveBack();

        assertThat(failures.take(ALICE)).isPresent();
        assertThat(failures.take(ALICE)).isEmpty();
    }

    @Test
    void parallelFailuresGetNoMorePlacesThanThereAre() {
        FailureCount failures = withLimit(15);

        List<Optional<Attempt>> attempts = Crowd.of(30, number -> failures.take(ALICE));

        assertThat(attempts).filteredOn(Optional::isPresent).hasSize(15);
    }

    @Test
    void tenAreFewAndElevenAreMany() {
        FailureCount failures = withLimit(100);
        fail(failures, 10);
        assertThat(failures.areMany(ALICE)).isFalse();

        fail(failures, 1);

        assertThat(failures.areMany(ALICE)).isTrue();
        assertThat(failures.areMany(LimitKey.account("bob"))).isFalse();
    }

    @Test
    void eachIsForgottenOnItsOwn() {
        FailureCount failures = withLimit(5);
        fail(failures, 3);
        clock.advance(Duration.ofHours(12));
        fail(failures, 2);
        clock.advance(Duration.ofHours(12));

        fail(failures, 3);

        assertThat(failures.take(ALICE)).isEmpty();
    }

    @Test
    void manyAreManyForAsLongAsTheyStand() {
        FailureCount failures = withLimit(100);
        fail(failures, 20);
        clock.advance(FORGOTTEN_AFTER.minusSeconds(1));

        assertThat(failures.areMany(ALICE)).isTrue();
    }

    @Test
    void manyAreManyThroughEveryHourOfTheDayTheyWereMadeIn() {
        for (int hour = 0; hour < 24; hour++) {
            LimitKey key = LimitKey.account("subject-" + hour);
            FailureCount failures = withLimit(100);
            for (int i = 0; i < 11; i++) {
                assertThat(failures.take(key)).isPresent();
            }
            clock.advance(FORGOTTEN_AFTER.minusMillis(1));

            assertThat(failures.areMany(key)).isTrue();

            clock.advance(Duration.ofHours(1).plusMillis(1));
        }
    }

    @Test
    void manyAreForgottenAfterTwiceTheirTime() {
        FailureCount failures = withLimit(100);
        fail(failures, 20);
        clock.advance(FORGOTTEN_AFTER.multipliedBy(2));

        assertThat(failures.areMany(ALICE)).isFalse();
        assertThat(slots.takenOf("")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 100})
    void successForgetsThemAll(int count) {
        FailureCount failures = withLimit(100);
        fail(failures, count);

        failures.forget(ALICE);

        assertThat(failures.areMany(ALICE)).isFalse();
        assertThat(slots.takenOf("")).isZero();
    }

    @Test
    void successForgetsThoseOfAnEarlierPeriodToo() {
        FailureCount failures = withLimit(100);
        fail(failures, 15);
        clock.advance(Duration.ofHours(20));
        fail(failures, 5);

        failures.forget(ALICE);

        assertThat(failures.areMany(ALICE)).isFalse();
        assertThat(slots.takenOf("")).isZero();
    }

    @Test
    void successOfOneForgetsNothingOfAnother() {
        FailureCount failures = withLimit(5);
        fail(failures, 5);

        failures.forget(LimitKey.account("bob"));

        assertThat(failures.take(ALICE)).isEmpty();
    }

    private static void fail(FailureCount failures, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(failures.take(ALICE)).isPresent();
        }
    }

    private FailureCount withLimit(int limit) {
        RecoverySettings settings = RecoverySettings.of(Map.of(
                "failures-per-account",
                Integer.toString(limit),
                "failures-forgotten-after",
                Long.toString(FORGOTTEN_AFTER.toSeconds())));
        return new FailureCount(slots, settings, clock);
    }
}
