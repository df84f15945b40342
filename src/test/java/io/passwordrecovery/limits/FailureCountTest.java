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
    private final InMemoryTallies tallies = new InMemoryTallies(clock);

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
        failures.take(ALICE).orElseThrow().run();

        assertThat(failures.take(ALICE)).isPresent();
        assertThat(failures.take(ALICE)).isEmpty();
    }

    @Test
    void parallelFailuresGetNoMorePlacesThanThereAre() {
        FailureCount failures = withLimit(15);

        List<Optional<Runnable>> attempts = Crowd.of(30, number -> failures.take(ALICE));

        assertThat(attempts).filteredOn(Optional::isPresent).hasSize(15);
    }

    @Test
    void fiveAreFewAndSixAreMany() {
        FailureCount failures = withLimit(100);
        fail(failures, 5);
        assertThat(failures.areMany(ALICE)).isFalse();

        fail(failures, 1);

        assertThat(failures.areMany(ALICE)).isTrue();
        assertThat(failures.areMany(LimitKey.account("bob"))).isFalse();
    }

    @Test
    void itIsKnownWhenThereIsRoomAgain() {
        FailureCount failures = withLimit(5);
        fail(failures, 1);
        clock.advance(Duration.ofHours(1));
        fail(failures, 3);
        assertThat(failures.untilOneIsLeft(ALICE)).isZero();
        fail(failures, 1);

        assertThat(failures.untilOneIsLeft(ALICE)).isEqualTo(FORGOTTEN_AFTER.minusHours(1));

        clock.advance(FORGOTTEN_AFTER.minusHours(1));
        assertThat(failures.untilOneIsLeft(ALICE)).isZero();
        assertThat(failures.take(ALICE)).isPresent();
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
        fail(failures, 6);

        clock.advance(FORGOTTEN_AFTER.minusMillis(1));
        assertThat(failures.areMany(ALICE)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(failures.areMany(ALICE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 100})
    void successForgetsThemAll(int count) {
        FailureCount failures = withLimit(100);
        fail(failures, count);

        failures.forget(ALICE);

        assertThat(failures.areMany(ALICE)).isFalse();
        assertThat(tallies.standingOf("")).isZero();
    }

    @Test
    void successForgetsThoseOfAnEarlierPeriodToo() {
        FailureCount failures = withLimit(100);
        fail(failures, 15);
        clock.advance(Duration.ofHours(20));
        fail(failures, 5);

        failures.forget(ALICE);

        assertThat(failures.areMany(ALICE)).isFalse();
        assertThat(tallies.standingOf("")).isZero();
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
        return new FailureCount(tallies, settings, clock);
    }
}
