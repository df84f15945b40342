// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.login.pages.ChooseUserPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.login.pages.SignInPage;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever clicks through the pages cannot find out who has an account. */
@MovesTheClock
class EnumerationBrowserIT {
    static final List<String> NAMES = List.of("exists", "nobody", "closed", "noaddr", "locked", "banned");

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.on(KeycloakServer.withMovableClock());

    @BeforeAll
    static void someOfEachKind() {
        world.user("exists");
        world.newUser("closed").password(LoginWorld.OLD).disabled().create();
        world.realm().user("noaddr").password(LoginWorld.OLD).create();
        world.realm().bruteForce(2, false);
        world.user("locked").lockOut(2);
        world.realm().bruteForce(2, true);
        world.user("banned").lockOut(2);
        world.realm().bruteForce(2, false);
    }

    @Test
    void everyKindOfUserSeesTheSamePages() {
        world.configure(Map.of("cooldown", "30"));

        Map<String, List<String>> seen =
                NAMES.stream().collect(Collectors.toMap(Function.identity(), EnumerationBrowserIT::journey));

        for (String name : NAMES) {
            assertThat(seen.get(name)).as(name).isEqualTo(seen.getOrDefault("nobody", List.of()));
        }
        assertThat(seen.getOrDefault("nobody", List.of()).get(1))
                .contains("a code is on its way to")
                .contains("***@***");
        for (String name : List.of("closed", "locked", "banned")) {
            assertThat(world.realm().mailsTo(name + "@example.test")).isZero();
        }
        await().untilAsserted(() -> assertThat(world.realm().events(EventType.SEND_RESET_PASSWORD_ERROR))
                .extracting(EventRepresentation::getError)
                .contains("user_not_found", "user_disabled", "user_temporarily_disabled", "invalid_email"));
    }

    @Test
    @CountedByTheHour
    void everyKindOfUserSeesTheSamePagesWhenTheLimitOfTheHourIsReached() {
        world.configure(Map.of("codes-per-account-hour", "1"));

        Map<String, List<String>> seen = NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> {
            ResetCodePage page = ask(name);
            return List.of(
                    shape(page.page()), minutesMasked(shape(page.sendNew().page())));
        }));

        for (String name : NAMES) {
            assertThat(seen.get(name)).as(name).isEqualTo(seen.getOrDefault("nobody", List.of()));
        }
    }

    private static List<String> journey(String name) {
        List<String> seen = new ArrayList<>();
        ResetCodePage page = ask(name);
        AtomicInteger requests = new AtomicInteger();
        page.page().onRequest(request -> requests.addAndGet(request.isNavigationRequest() ? 1 : 0));
        seen.add(shape(page.page()));
        seen.add(page.page().locator("#kc-reset-code-intro").innerText().replaceAll("[a-z]\\*", "?*"));
        for (int guess = 0; guess < 6; guess++) {
            seen.add(shape(page.enterWrong("0000").page()));
        }
        seen.add(shape(page.sendNew().page()));
        page.page().reload();
        seen.add(shape(page.page()));
        world.realm().keycloak().advance(Duration.ofMinutes(11));
        seen.add(shape(page.enterWrong("0000").page()));
        world.realm().keycloak().resetClock();
        page.page().navigate(page.page().url().replaceAll("session_code=[^&]*&|execution=[^&]*&", ""));
        seen.add(shape(page.page()));
        page.startAgain();
        seen.add(shape(new ChooseUserPage(page.page()).page()));
        page.page().navigate(page.page().url().replace("/reset-credentials", "/authenticate"));
        seen.add(shape(new SignInPage(page.page()).page()));
        seen.add("requests: " + requests);
        seen.add("cookies: "
                + page.page().context().cookies().stream()
                        .map(cookie -> cookie.name)
                        .sorted()
                        .toList());
        return seen;
    }

    // Without JavaScript, which would change the page while it is looked at.
    private static ResetCodePage ask(String name) {
        Page page = world.browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(world.app().signIn("state"));
        return new SignInPage(page).forgotPassword().choose(name);
    }

    /** The page's address and source, without what differs from login to login and from second to second. */
    private static String shape(Page page) {
        return (page.url() + page.content())
                .replaceAll("(session_code|tab_id)=[\\w-]+", "$1=?")
                .replaceAll("checkAuthSession\\(\\s*\"[^\"]+\"", "checkAuthSession(?")
                .replaceAll("(wait|in|data-seconds=\")\\s*[0-9]+", "$1 ?");
    }

    private static String minutesMasked(String shape) {
        return shape.replaceAll("[0-9]+ min", "? min");
    }
}
