// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderTimesTest {
    private static final Instant AFTERNOON = Instant.parse("2026-11-25T13:14:05Z");

    @Test
    void dateIsInTheReadersLanguageWithTheZoneNamed() {
        assertThat(new ReaderTimes(Locale.UK, ZoneId.of("UTC")).dateAndTime(AFTERNOON))
                .contains("25 November 2026", "13:14:05", "UTC");
        assertThat(new ReaderTimes(Locale.GERMAN, ZoneId.of("Europe/Berlin")).dateAndTime(AFTERNOON))
                .contains("25. November 2026", "14:14:05", "MEZ");
        assertThat(new ReaderTimes(Locale.FRENCH, ZoneId.of("Asia/Tokyo")).dateAndTime(AFTERNOON))
                .contains("25 novembre 2026", "22:14:05", "JST");
    }

    @Test
    void timeTellsTheSeconds() {
        assertThat(new ReaderTimes(Locale.GERMAN, ZoneId.of("UTC")).time(AFTERNOON))
                .isEqualTo("13:14:05");
    }
}
