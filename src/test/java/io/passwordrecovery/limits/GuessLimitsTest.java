// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class GuessLimitsTest {
    private static final LimitKey ALICE = LimitKey.account("alice");

    private final MovableClock clock = new MovableClock();
    private final InMemoryTallies tallies = new InMemoryTallies(clock);
    private final RecoverySettings settings =
            RecoverySettings.of(Map.of("attempts-per-code", "3", "failures-per-account", "12", "code-lifetime", "600"));
    private final GuessLimits limits = new GuessLimits(tallies, new FailureCount(tallies, settings, clock), settings);

    @Test
    void codeHasItsAttempts() {
        guess("code-1", 3);

        assertThat(limits.take(ALICE, "code-1")).isEmpty();
    }

    @Test
    void nextCodeHasAttemptsOfItsOwn() {
        guess("code-1", 3);

        assertThat(limits.take(ALICE, "code-2")).isPresent();
    }

    @Test
    void allCodesTogetherHaveTheFailuresOfTheAccount() {
        for (int code = 1; code <= 4; code++) {
            guess("code-" + code, 3);
        }

        assertThat(limits.take(ALICE, "code-5")).isEmpty();
    }

    @Test
    void guessThatTheAccountHasNoFailureLeftForCostsTheCodeNoAttempt() {
        for (int code = 1; code <= 4; code++) {
            guess("code-" + code, 3);
        }
        for (int i = 0; i < 10; i++) {
            limits.take(ALICE, "code-5");
        }

        limits.forgetFailures(ALICE);

        guess("code-5", 3);
    }

    @Test
    void guessAtAUsedUpCodeCostsTheAccountNoFailure() {
        for (int i = 0; i < 20; i++) {
            limits.take(ALICE, "code-1");
        }

        assertThat(tallies.standingOf("failures.")).isEqualTo(3);
    }

    @Test
    void rightGuessIsGivenBackToBothBudgets() {
        for (int i = 0; i < 50; i++) {
            limits.take(ALICE, "code-1").orElseThrow().giveBack();
        }

        assertThat(tallies.standingOf("")).isZero();
    }

    @Test
    void attemptsAreKeptForAsLongAsTheCodeIs() {
        guess("code-1", 3);
        clock.advance(
                Duration.ofMinutes(10).plus(PendingRequest.KEPT_AFTER_EXPIRY).minusSeconds(1));

        assertThat(limits.take(ALICE, "code-1")).isEmpty();
    }

    @Test
    void moreThanFiveFailuresAreMany() {
        for (int code = 1; code <= 4; code++) {
            guess("code-" + code, code == 4 ? 2 : 3);
        }

        assertThat(limits.manyFailures(ALICE)).isTrue();
    }

    @Test
    void parallelGuessesGetNoMoreThanTheAttempts() {
        List<Optional<Attempt>> guesses = Crowd.of(30, number -> limits.take(ALICE, "code-1"));

        assertThat(guesses).filteredOn(Optional::isPresent).hasSize(3);
        assertThat(tallies.standingOf("failures.")).isEqualTo(3);
    }

    private void guess(String budget, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limits.take(ALICE, budget)).isPresent();
        }
    }
}
