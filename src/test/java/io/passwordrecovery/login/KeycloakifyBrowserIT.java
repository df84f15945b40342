// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.browser.PageServer;
import io.passwordrecovery.testkit.node.NodeProject;
import io.passwordrecovery.testkit.realm.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/** The React pages for Keycloakify send what the templates' pages send. */
class KeycloakifyBrowserIT {
    /** Whatever a form sends: the fields and buttons that have a name. */
    private static final String CONTROLS =
            "form => Array.from(form.querySelectorAll('[name]'), it => [it.name, it.type, it.autocomplete ?? '',"
                    + " it.matches('button') ? it.value : ''].join(' ').trim()).sort()";

    private static final String CANCEL = "cancel-aia submit  true";

    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @AutoClose
    static final PageServer stories = PageServer.start();

    @BeforeAll
    static void bundle() {
        stories.runs(NodeProject.installed().bundle("keycloakify/stories-page.tsx"));
    }

    @Test
    void typesFit() {
        NodeProject.installed().checkTypes("keycloakify");
    }

    @Test
    void pagesOfAForgottenPassword() {
        TestUser alice = world.user("alice");

        ResetCodePage code = world.ask("alice");

        assertThat(story("ResetCode/Sent")).isEqualTo(controls(code.page()));
        code.enterRight(world.realm().inbox().codeFor(alice));
        assertThat(story("ChangePassword/AfterACode")).isEqualTo(controls(code.page()));
    }

    @Test
    void pagesOfASignedInUser() {
        Page page = world.signedIn(world.user("bob"));

        page.navigate(world.app().signIn("change", Map.of("kc_action", "CHANGE_PASSWORD")));
        assertThat(story("ChangePassword/SignedIn")).isEqualTo(controls(page));
    }

    @Test
    void pagesOfAPhoneNumber() {
        world.realm().withVerifyPhoneNumber();
        world.realm().withPhones(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000"));
        Page page = world.signedIn(world.user("carol"));

        page.navigate(world.app().signIn("verify", Map.of("kc_action", "VERIFY_PHONE_NUMBER")));
        assertThat(story("VerifyPhoneNumber/AsksForTheNumber")).isEqualTo(withoutCancel(page));
        page.locator("#phone-number").fill("+1 201 555 0123");
        page.locator("#kc-submit").click();
        assertThat(story("VerifyPhoneNumber/AsksForTheCode")).isEqualTo(withoutCancel(page));
    }

    @ParameterizedTest
    @CsvSource({
        "ResetCode/NotSentYet, To set a new password, kc-send",
        "ResetCode/SentByTextMessage, Send it by email instead, kc-send-by-other",
        "ResetCode/WaitingForTheNextCode, A new code can be sent in 4, kc-resend",
        "ResetCode/WrongCode, That is not the code., input-error-code",
        "ResetCode/NoPasswordYet, Your account has no password yet., kc-cancel",
        "ChangePassword/WithSignOut, Sign out from other devices, kc-forgotten",
        "ChangePassword/AgainstThePolicy, must contain at least 1 numerical digits, input-error-password-new",
        "VerifyPhoneNumber/AsksForTheCode, A code is on its way to, kc-other"
    })
    void storyShows(String story, String text, String id) {
        Page page = open(story);

        assertThat(page.textContent("form")).contains(text);
        assertThat(page.locator("#" + id).isVisible()).isTrue();
    }

    private static List<?> story(String name) {
        return controls(open(name));
    }

    private static Page open(String story) {
        Page page = world.browser().newPage();
        page.navigate(stories.origin() + "/?story=" + story);
        return page;
    }

    // The button of an action that an application has started: stories are of one that the realm asks for.
    private static List<?> withoutCancel(Page page) {
        return controls(page).stream()
                .filter(control -> !control.equals(CANCEL))
                .toList();
    }

    private static List<?> controls(Page page) {
        return (List<?>) page.locator("form[method=post]").evaluate(CONTROLS);
    }
}
