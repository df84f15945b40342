// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class DayFiguresTest {
    final MovableClock clock = new MovableClock();
    final Instant start = clock.instant();
    final DayFigures figures = new DayFigures(clock);

    @Test
    void eachRealmHasItsOwn() {
        figures.count("one", Figure.THROTTLED);
        figures.count("one", Figure.THROTTLED);
        figures.count("other", Figure.REFUSED);

        assertThat(figures.of("one")).containsEntry(Figure.THROTTLED, 2L).containsEntry(Figure.REFUSED, 0L);
        assertThat(figures.of("other")).containsEntry(Figure.THROTTLED, 0L).containsEntry(Figure.REFUSED, 1L);
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        figures.count("one", Figure.REFUSED);
        clock.advance(Duration.ofHours(23));
        figures.count("one", Figure.REFUSED);

        assertThat(figures.of("one")).containsEntry(Figure.REFUSED, 2L);
        clock.advance(Duration.ofHours(1));
        assertThat(figures.of("one")).containsEntry(Figure.REFUSED, 1L);
        clock.advance(Duration.ofHours(23));
        assertThat(figures.of("one")).containsEntry(Figure.REFUSED, 0L);
    }

    @Test
    void beginningIsTheNodesStartOrTheOldestHour() {
        assertThat(figures.since()).isEqualTo(start);
        clock.advance(Duration.ofHours(30));
        assertThat(figures.since())
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(23)));
    }
}
