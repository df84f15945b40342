// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.Crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What {@link Slots} promise, wherever they are kept. */
public abstract class SlotsContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The store may be one that others use too: each test has a name of its own. */
    private final String name = "slots-" + UUID.randomUUID();

    /** May be used from many threads at once. */
    protected abstract Slots slots();

    protected abstract void advance(Duration by);

    /** Whether {@link #advance} works here. */
    protected boolean canAdvance() {
        return true;
    }

    @Test
    void placesAreTakenFromTheLowestUntilNoneIsLeft() {
        assertThat(slots().take(name, 2, MINUTE)).hasValue(0);
        assertThat(slots().take(name, 2, MINUTE)).hasValue(1);
        assertThat(slots().take(name, 2, MINUTE)).isEmpty();
    }

    @Test
    void freedPlaceIsTheNextOneTaken() {
        slots().take(name, 3, MINUTE);
        slots().take(name, 3, MINUTE);
        slots().free(name, 0);

        OptionalInt place = slots().take(name, 3, MINUTE);

        assertThat(place).hasValue(0);
        assertThat(slots().isTaken(name, 1)).isTrue();
        assertThat(slots().isTaken(name, 2)).isFalse();
    }

    @Test
    void freeingAFreePlaceDoesNothing() {
        slots().free(name, 0);

        assertThat(slots().isTaken(name, 0)).isFalse();
        assertThat(slots().take(name, 1, MINUTE)).hasValue(0);
    }

    @Test
    void namesHaveNothingToDoWithEachOther() {
        slots().take(name, 1, MINUTE);

        OptionalInt other = slots().take(name + ".other", 1, MINUTE);

        assertThat(other).hasValue(0);
    }

    @Test
    void noPlacesAreNeverTaken() {
        assertThat(slots().take(name, 0, MINUTE)).isEmpty();
    }

    @Test
    void placeIsFreeAgainAfterItsOwnTime() {
        assumeTrue(canAdvance());
        slots().take(name, 2, MINUTE);
        advance(Duration.ofSeconds(40));
        slots().take(name, 2, MINUTE);
        assertThat(slots().take(name, 2, MINUTE)).isEmpty();

        advance(Duration.ofSeconds(30));

        assertThat(slots().isTaken(name, 0)).isFalse();
        assertThat(slots().isTaken(name, 1)).isTrue();
        assertThat(slots().take(name, 2, MINUTE)).hasValue(0);
    }

    @Test
    void placeIsNotFreeBeforeItsTime() {
        assumeTrue(canAdvance());
        slots().take(name, 1, MINUTE);

        advance(Duration.ofSeconds(55));

        assertThat(slots().take(name, 1, MINUTE)).isEmpty();
    }

    @Test
    void oneOfThirtyGetsTheLastPlace() {
        slots().take(name, 2, MINUTE);

        List<OptionalInt> places = Crowd.of(30, number -> slots().take(name, 2, MINUTE));

        assertThat(places).filteredOn(OptionalInt::isPresent).containsExactly(OptionalInt.of(1));
    }

    @Test
    void thirtyCallersGetTenDifferentPlaces() {
        List<OptionalInt> places = Crowd.of(30, number -> slots().take(name, 10, MINUTE));

        assertThat(places.stream().flatMapToInt(OptionalInt::stream).sorted())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
