// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CountedByTheHourTest {
    @ParameterizedTest
    @CsvSource({"14:58:11, 109", "15:00:00, 3600", "23:59:59, 1"})
    void restOfTheHour(String time, long seconds) {
        assertThat(CountedByTheHour.NextHour.left(Instant.parse("2026-11-24T" + time + "Z")))
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
