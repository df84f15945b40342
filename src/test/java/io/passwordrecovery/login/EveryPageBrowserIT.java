// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.InfoPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.browser.TestBrowser;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Walks every page in every look: accessible by axe, without an error in the console, and with a picture for people to
 * judge in {@code target/screenshots}.
 */
@Tag("journey")
class EveryPageBrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), wanted -> {
        wanted.setDisplayName("Example");
        wanted.setInternationalizationEnabled(true);
        wanted.setSupportedLocales(Set.of("en", "ar", "de"));
        wanted.setDefaultLocale("en");
        wanted.setPasswordPolicy("length(12) and digits(2) and upperCase(1)");
    });

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestBrowser browser = new TestBrowser();

    private final SoftAssertions looks = new SoftAssertions();

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
        realm.withVerifyPhoneNumber();
        realm.withPhones(
                Map.of("codes-per-ip-hour", "1000", "sign-out-after-update", "ask", "delivery-order", "EMAIL,SMS"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsFitToBeSeen(Look look) {
        realm.change(wanted -> wanted.setLoginTheme(look.theme()));
        TestUser user = realm.user("user-" + look.word())
                .email(look.word() + "@example.test")
                .password("The old passw0rd 1")
                .create();
        try (BrowserContext context = browser.newContext(look.options())) {
            Page page = context.newPage();
            List<String> complaints = Console.of(page);

            followABareLink(page, look);
            forgetThePassword(page, look, user);
            changeThePassword(page, look);
            verifyAPhoneNumber(page, look);

            looks.assertThat(complaints).as("the console's complaints").isEmpty();
        }
        looks.assertAll();
    }

    private void followABareLink(Page page, Look look) {
        TestUser user = realm.user("bare-" + look.word())
                .email("bare-" + look.word() + "@example.test")
                .create();
        page.navigate(realm.keycloak().url() + "/realms/" + realm.name() + "/login-actions/reset-credentials?client_id="
                + TestApp.CLIENT);
        new ChooseUserPage(page)
                .choose(user.username())
                .enterRight(realm.inbox().codeFor(user))
                .set("The other passw0rd 1");
        new InfoPage(page);
        // Keycloak's own page with the plugin's text.
        picture(page, look, "0-changed-by-a-bare-link");
    }

    private void forgetThePassword(Page page, Look look, TestUser user) {
        page.navigate(app.signIn("state"));
        ResetCodePage code = new SignInPage(page).forgotPassword().choose(user.username());
        judge(page, look, "1-code");
        code.enterWrong("000000");
        judge(page, look, "2-wrong-code");
        NewPasswordPage wanted = code.enterRight(realm.inbox().codeFor(user));
        judge(page, look, "3-new-password");
        wanted.set("short");
        assertThat(wanted.error("password-new")).isVisible();
        judge(page, look, "4-refused-password");
        wanted.set("The new passw0rd 12");
        new AppPage(page);
    }

    private void changeThePassword(Page page, Look look) {
        page.navigate(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD")));
        NewPasswordPage change = new NewPasswordPage(page);
        judge(page, look, "5-change-password");
        change.change("wrong", "The newest passw0rd 12");
        assertThat(change.error("password-current")).isVisible();
        judge(page, look, "6-wrong-current");
    }

    private void verifyAPhoneNumber(Page page, Look look) {
        page.navigate(app.signIn("state", Map.of("kc_action", "VERIFY_PHONE_NUMBER")));
        judge(page, look, "7-phone-number");
        page.locator("#phone-number").fill(look.phoneNumber());
        page.locator("#kc-submit").click();
        assertThat(page.locator("#code")).isVisible();
        judge(page, look, "8-phone-code");
        page.navigate(realm.keycloak().url() + "/realms/" + realm.name() + "/reset-code?client_id=web&tab_id=none");
        assertThat(page.locator("#kc-info-message")).isVisible();
        // Keycloak's own page with the plugin's text: its colours are Keycloak's business.
        picture(page, look, "9-other-browser");
    }

    private void judge(Page page, Look look, String name) {
        picture(page, look, name);
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(EveryPageBrowserIT::text)
                        .toList();
        looks.assertThat(violations).as("%s: violations of WCAG 2.2 AA", name).isEmpty();
    }

    private static void picture(Page page, Look look, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(look.word() + "-" + name + ".png"))
                .setFullPage(true));
    }

    private static String text(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
