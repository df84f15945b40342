// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.Crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What {@link Counters} promise, wherever they are kept. */
public abstract class CountersContract {
    private static final Duration HOUR = Duration.ofHours(1);

    /** The store may be one that others use too: each test has a name of its own. */
    private final String name = "counters-" + UUID.randomUUID();

    /** May be used from many threads at once. */
    protected abstract Counters counters();

    protected abstract void advance(Duration by);

    /** Whether {@link #advance} works here. */
    protected boolean canAdvance() {
        return true;
    }

    @Test
    void thereIsRoomUntilTheLimitIsReached() {
        assertThat(counters().hasRoom(name, 2)).isTrue();
        assertThat(counters().count(name, 2, HOUR)).isTrue();
        assertThat(counters().hasRoom(name, 2)).isTrue();
        assertThat(counters().count(name, 2, HOUR)).isTrue();
        assertThat(counters().hasRoom(name, 2)).isFalse();
        assertThat(counters().count(name, 2, HOUR)).isFalse();
    }

    @Test
    void lookingForRoomCountsNothing() {
        for (int i = 0; i < 5; i++) {
            counters().hasRoom(name, 1);
        }

        assertThat(counters().count(name, 1, HOUR)).isTrue();
    }

    @Test
    void refusedCountIsNotCounted() {
        counters().count(name, 1, HOUR);
        counters().count(name, 1, HOUR);

        assertThat(counters().hasRoom(name, 2)).isTrue();
        assertThat(counters().count(name, 2, HOUR)).isTrue();
        assertThat(counters().hasRoom(name, 2)).isFalse();
    }

    @Test
    void limitOfNoneHasNoRoom() {
        assertThat(counters().hasRoom(name, 0)).isFalse();
        assertThat(counters().count(name, 0, HOUR)).isFalse();
    }

    @Test
    void loweredLimitHoldsForWhatWasCountedBefore() {
        for (int i = 0; i < 7; i++) {
            counters().count(name, 10, HOUR);
        }

        assertThat(counters().hasRoom(name, 5)).isFalse();
        assertThat(counters().count(name, 5, HOUR)).isFalse();
        assertThat(counters().hasRoom(name, 8)).isTrue();
    }

    @Test
    void clearedCountBeginsAnew() {
        for (int i = 0; i < 3; i++) {
            counters().count(name, 5, HOUR);
        }

        counters().clear(name, 5);

        assertThat(counters().hasRoom(name, 1)).isTrue();
        assertThat(counters().count(name, 1, HOUR)).isTrue();
        assertThat(counters().count(name, 1, HOUR)).isFalse();
    }

    @Test
    void namesHaveNothingToDoWithEachOther() {
        counters().count(name, 1, HOUR);

        assertThat(counters().hasRoom(name + ".other", 1)).isTrue();
    }

    @Test
    void millionIsAsGoodALimitAsAny() {
        assertThat(counters().hasRoom(name, 1_000_000)).isTrue();
        assertThat(counters().count(name, 1_000_000, HOUR)).isTrue();
        assertThat(counters().hasRoom(name, 1)).isFalse();
    }

    @Test
    void countIsKeptForItsLifetimeAndThenForgotten() {
        assumeTrue(canAdvance());
        counters().count(name, 1, HOUR);

        advance(HOUR.minusSeconds(5));

        assertThat(counters().hasRoom(name, 1)).isFalse();
        advance(Duration.ofSeconds(10));
        assertThat(counters().hasRoom(name, 1)).isTrue();
    }

    @Test
    void oneOfThirtyGetsTheLastPlace() {
        counters().count(name, 2, HOUR);

        List<Boolean> counted = Crowd.of(30, number -> counters().count(name, 2, HOUR));

        assertThat(counted).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void noneOfTwentyParallelCountsIsLost() {
        Crowd.of(20, number -> counters().count(name, 100, HOUR));

        assertThat(counters().hasRoom(name, 20)).isFalse();
        assertThat(counters().hasRoom(name, 21)).isTrue();
    }
}
