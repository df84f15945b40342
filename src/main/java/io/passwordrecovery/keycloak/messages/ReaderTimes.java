// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Points in time as a mail's reader writes them. */
record ReaderTimes(Locale locale, ZoneId zone) {
    /** OpenID Connect Core, section 5.1; Keycloak's scope "profile" maps this attribute to the claim. */
    private static final String ZONE = "zoneinfo";

    static ReaderTimes of(UserModel user, Locale locale) {
        return new ReaderTimes(locale, zone(user.getFirstAttribute(ZONE)));
    }

    /** With the zone's name: {@code 25 November 2026 at 14:05:07 UTC}. */
    String dateAndTime(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG), instant);
    }

    /** To the second: {@code 14:05:07}. */
    String time(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), instant);
    }

    private String format(DateTimeFormatter formatter, Instant instant) {
        return formatter.withLocale(locale).withZone(zone).format(instant);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
