// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.events.EventType;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A form that is sent a second time does nothing; and what was in it is kept nowhere. */
class ReplayBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void codeThatIsPostedTwiceIsGoodOnce() {
        TestUser alice = world.user("alice");
        ResetCodePage page = world.ask("alice");
        String code = world.realm().inbox().codeFor(alice);

        Request post = post(page.page(), () -> page.enterRight(code));

        assertThat(replay(page.page(), post)).isEqualTo("redirected");
        assertThat(world.realm().events(EventType.EXECUTE_ACTION_TOKEN).stream()
                        .filter(event -> alice.id().equals(event.getUserId())))
                .hasSize(1);
    }

    @Test
    void passwordThatIsPostedTwiceIsSetOnce() {
        TestUser bob = world.user("bob");
        ResetCodePage page = world.ask("bob");
        NewPasswordPage form = page.enterRight(world.realm().inbox().codeFor(bob));
        Page aside = page.page().context().newPage();
        // A page that stays as it is: those of the login go on by themselves once it has ended.
        aside.navigate(
                KeycloakServer.shared().url() + "/realms/" + world.realm().name());
        Request post = post(page.page(), () -> form.set(LoginWorld.NEW));
        new AppPage(page.page());
        bob.setPassword("a third Pa55word");

        assertThat(replay(aside, post)).isEqualTo("redirected");

        assertThat(world.realm().canSignIn(bob, "a third Pa55word")).isTrue();
        assertThat(world.realm().canSignIn(bob, LoginWorld.NEW)).isFalse();
    }

    @Test
    void requestForACodeThatIsPostedTwiceSendsOne() {
        TestUser carol = world.user("carol");
        Page page = world.browser().newPage();
        Request post = post(page, () -> world.ask(page, "carol"));

        replay(page, post);
        replay(page, post);

        page.reload();
        new ResetCodePage(page).enterRight(world.realm().inbox().codeFor(carol));
        assertThat(world.realm().events(EventType.SEND_RESET_PASSWORD).stream()
                        .filter(event -> carol.id().equals(event.getUserId())))
                .hasSize(1);
    }

    @Test
    void nothingSecretIsInTheEventsOrTheLog() {
        world.configure(Map.of("code-length", "12"));
        TestUser dan = world.user("dan.secret");
        ResetCodePage page = world.ask("dan.secret");
        String code = world.realm().inbox().codeFor(dan);
        page.enterWrong("987654321098");

        NewPasswordPage form = page.enterRight(code);
        form.set(LoginWorld.NEW, "not the same Pa55word");
        form.set(LoginWorld.NEW);
        new AppPage(page.page());

        String events = world.realm().events().stream()
                .map(event -> event.getType() + " " + event.getError() + " " + event.getDetails())
                .toList()
                .toString();
        for (String secret : List.of(code, "987654321098", "Pa55word", "dan.secret@example")) {
            assertThat(KeycloakServer.shared().log()).doesNotContain(secret);
            assertThat(events).doesNotContain(secret);
        }
        assertThat(events).contains("RESET_PASSWORD");
    }

    private static Request post(Page page, Runnable submit) {
        return page.waitForRequestFinished(
                new Page.WaitForRequestFinishedOptions()
                        .setPredicate(request -> request.isNavigationRequest()
                                && request.method().equals("POST")),
                submit);
    }

    /** Sends the form again, with the cookies of the page's browser, and returns the answer. */
    private static String replay(Page page, Request post) {
        return (String) page.evaluate("""
                async ([url, body]) => {
                  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
                  const answer = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
                  return answer.type === "opaqueredirect" ? "redirected" : answer.text();
                }
                """, List.of(post.url(), post.postData()));
    }
}
