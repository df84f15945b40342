// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.Crowd;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@link Tallies} promise, wherever they are kept. */
public abstract class TalliesContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The store may be one that others use too: each test has a name of its own. */
    private final String name = "tallies-" + UUID.randomUUID();

    /** May be used from many threads at once. */
    protected abstract Tallies tallies();

    protected abstract void advance(Duration by);

    @Test
    void noMoreThanTheLimitStand() {
        assertThat(mark(2)).hasValue(0);
        assertThat(mark(2)).hasValue(1);
        assertThat(mark(2)).isEmpty();
        assertThat(mark(3)).hasValue(2);
    }

    @Test
    void loweredLimitHoldsForWhatWasMarkedBefore() {
        marks(5);

        assertThat(mark(4)).isEmpty();
    }

    @Test
    void eachFadesOnItsOwn() {
        marks(2);
        advance(Duration.ofSeconds(40));
        marks(1);
        assertThat(mark(3)).isEmpty();

        advance(Duration.ofSeconds(30));

        assertThat(mark(3)).isPresent();
        assertThat(mark(3)).isPresent();
        assertThat(mark(3)).isEmpty();
    }

    @Test
    void whenTheyHaveAllFadedItBeginsAnew() {
        marks(3);
        advance(MINUTE.plusSeconds(2));

        assertThat(tallies().made(name, 0)).isEmpty();
        assertThat(mark(1)).hasValue(0);
    }

    @Test
    void markThatIsTakenBackCanBeMadeAgain() {
        marks(2);
        OptionalInt last = mark(3);

        tallies().takeBack(name, last.getAsInt(), MINUTE);

        assertThat(mark(3)).isPresent();
        assertThat(mark(3)).isEmpty();
    }

    @Test
    void markThatIsTakenBackIsNotAmongThoseThatStand() {
        int only = mark(3).getAsInt();

        tallies().takeBack(name, only, MINUTE);

        assertThat(tallies().made(name, 0)).isEmpty();
    }

    @Test
    void itIsKnownWhenEachWasMade() {
        assertThat(tallies().made(name, 0)).isEmpty();
        marks(1);
        Instant first = tallies().made(name, 0).orElseThrow();
        advance(Duration.ofSeconds(10));
        marks(2);

        assertThat(tallies().made(name, 2)).contains(first);
        assertThat(tallies().made(name, 0).orElseThrow()).isAfterOrEqualTo(first.plusSeconds(10));
        assertThat(tallies().made(name, 3)).isEmpty();
    }

    @Test
    void allAreForgottenAtOnce() {
        marks(5);

        tallies().forget(name);

        assertThat(tallies().made(name, 0)).isEmpty();
        marks(5);
        assertThat(mark(5)).isEmpty();
    }

    @Test
    void forgettingNothingDoesNothing() {
        tallies().forget(name);

        assertThat(mark(1)).hasValue(0);
    }

    @Test
    void namesHaveNothingToDoWithEachOther() {
        marks(1);

        assertThat(tallies().mark(name + ".other", 1, MINUTE)).hasValue(0);
    }

    @Test
    void pretendedMarkCountsNowhere() {
        for (int i = 0; i < 3; i++) {
            tallies().pretend(name);
        }
        advance(Duration.ofSeconds(2));

        assertThat(tallies().made(name, 0)).isEmpty();
        assertThat(mark(1)).isPresent();
    }

    @Test
    void oneOfThirtyMakesTheLastMark() {
        marks(2);

        List<OptionalInt> made = Crowd.of(30, number -> mark(3));

        assertThat(made).filteredOn(OptionalInt::isPresent).hasSize(1);
    }

    @Test
    void noneOfTwentyParallelMarksIsLost() {
        List<OptionalInt> made = Crowd.of(20, number -> mark(100));

        assertThat(made).allMatch(OptionalInt::isPresent).doesNotHaveDuplicates();
        assertThat(mark(20)).isEmpty();
        assertThat(mark(21)).isPresent();
    }

    // Whoever is refused is told when the oldest of them fades, and a success takes back all.
    @Test
    void allOfSixParallelMarksAreKnownAndForgotten() {
        for (int round = 0; round < 60; round++) {
            String crowded = name + "." + round;
            Crowd.of(6, number -> tallies().mark(crowded, 6, MINUTE));

            assertThat(tallies().made(crowded, 5)).as("round %d", round).isPresent();

            tallies().forget(crowded);
            assertThat(tallies().mark(crowded, 1, MINUTE)).as("round %d", round).hasValue(0);
        }
    }

    private OptionalInt mark(int limit) {
        return tallies().mark(name, limit, MINUTE);
    }

    private void marks(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(mark(100)).isPresent();
        }
    }
}
