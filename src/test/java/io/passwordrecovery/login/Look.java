// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How the pages are looked at. */
enum Look {
    LIGHT("keycloak.v2", 1000, "en", ColorScheme.LIGHT),
    DARK("keycloak.v2", 1000, "en", ColorScheme.DARK),
    MOBILE("keycloak.v2", 390, "en", ColorScheme.LIGHT),
    ARABIC("keycloak.v2", 1000, "ar", ColorScheme.LIGHT),
    V1("keycloak", 1000, "en", ColorScheme.LIGHT),
    V1_ARABIC("keycloak", 390, "ar", ColorScheme.LIGHT),
    SAMPLE("sample", 1000, "en", ColorScheme.LIGHT),
    SAMPLE_DARK("sample", 390, "de", ColorScheme.DARK);

    private final String theme;
    private final int width;
    private final String language;
    private final ColorScheme scheme;

    Look(String theme, int width, String language, ColorScheme scheme) {
        this.theme = theme;
        this.width = width;
        this.language = language;
        this.scheme = scheme;
    }

    /** The login theme. */
    String theme() {
        return theme;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One for each look, of those that belong to nobody. */
    String phoneNumber() {
        return "+1201555%04d".formatted(100 + List.of(values()).indexOf(this));
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale(language)
                .setColorScheme(scheme);
    }
}
