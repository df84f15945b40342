// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.CodePage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.KeycloakServer;
import io.passwordrecovery.testkit.TestApp;
import io.passwordrecovery.testkit.TestRealm;
import io.passwordrecovery.testkit.TestUser;
import io.passwordrecovery.testkit.browser.TestBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Walks every page in every look, without an error in the console, and leaves pictures for people to judge. */
class ScreenshotsBrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), wanted -> {
        wanted.setInternationalizationEnabled(true);
        wanted.setSupportedLocales(Set.of("en", "ar", "de"));
        wanted.setDefaultLocale("en");
        wanted.setPasswordPolicy("length(12) and digits(2) and upperCase(1)");
    });

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    enum Look {
        LIGHT("keycloak.v2", 1000, "en", ColorScheme.LIGHT),
        DARK("keycloak.v2", 1000, "en", ColorScheme.DARK),
        MOBILE("keycloak.v2", 390, "en", ColorScheme.LIGHT),
        ARABIC("keycloak.v2", 1000, "ar", ColorScheme.LIGHT),
        V1("keycloak", 1000, "en", ColorScheme.LIGHT),
        V1_ARABIC("keycloak", 390, "ar", ColorScheme.LIGHT),
        BASE("base", 1000, "en", ColorScheme.LIGHT);

        final String theme;
        final int width;
        final String language;
        final ColorScheme scheme;

        Look(String theme, int width, String language, ColorScheme scheme) {
            this.theme = theme;
            this.width = width;
            this.language = language;
            this.scheme = scheme;
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setLocale(language)
                    .setColorScheme(scheme);
        }
    }

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
        realm.configure(Map.of("codes-per-ip-hour", "1000", "sign-out-after-update", "ask"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsThere(Look look) {
        realm.change(wanted -> wanted.setLoginTheme(look.theme));
        TestUser user = realm.user("user-" + look.name().toLowerCase(Locale.ROOT))
                .email(look.name().toLowerCase(Locale.ROOT) + "@example.test")
                .password("The old passw0rd 1")
                .create();
        try (BrowserContext context = browser.newContext(look.options())) {
            Page page = context.newPage();
            List<String> complaints = Console.of(page);

            page.navigate(app.signIn("state"));
            CodePage code = new SignInPage(page).forgotPassword().choose(user.username());
            picture(page, look, "1-code");
            code.enterWrong("000000");
            picture(page, look, "2-wrong-code");
            NewPasswordPage wanted = code.enterRight(realm.inbox().codeFor(user));
            picture(page, look, "3-new-password");
            wanted.set("short");
            assertThat(wanted.error("password-new")).isVisible();
            picture(page, look, "4-refused-password");
            wanted.set("The new passw0rd 12");
            new AppPage(page);

            page.navigate(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD")));
            NewPasswordPage change = new NewPasswordPage(page);
            picture(page, look, "5-change-password");
            change.change("wrong", "The newest passw0rd 12");
            assertThat(change.error("password-current")).isVisible();
            picture(page, look, "6-wrong-current");

            assertThat(complaints).isEmpty();
        }
    }

    private static void picture(Page page, Look look, String name) {
        String file = look.name().toLowerCase(Locale.ROOT) + "-" + name + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }
}
