// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages where the code comes by text message. */
class TextMessageBrowserIT {
    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @BeforeEach
    void textMessagesFirst() {
        world.realm().withPhones(Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "sms-per-ip", "1000,1000"));
    }

    @Test
    void codeFromThePhoneLeadsBackIntoTheApplication() {
        TestUser alice = withPhone("alice", "+12015550141");
        Page page = world.browser().newPage();

        ResetCodePage code = world.ask(page, "alice");
        assertThat(code.intro()).containsText("+*******");
        code.enterRight(world.realm().texts().codeFor("+12015550141")).set(LoginWorld.NEW);

        assertThat(new AppPage(page).user()).isEqualTo("alice");
        assertThat(world.realm().canSignIn(alice, LoginWorld.NEW)).isTrue();
    }

    @Test
    void whoHasNoReceptionHasTheCodeMailed() {
        TestUser bob = withPhone("bob", "+12015550142");
        ResetCodePage code = world.ask("bob");
        String texted = world.realm().texts().codeFor("+12015550142");

        ResetCodePage again = code.sendByOther();

        assertThat(again.intro()).containsText("***@***");
        assertThat(again.byOther()).hasText("Send it by text message instead");
        again.enterWrong(texted);
        new ResetCodePage(again.page()).enterRight(world.realm().inbox().codeFor(bob));
    }

    // Whoever has a phone, or exists, must not be told by a button.
    @Test
    void otherMediumIsOfferedToEverybody() {
        world.user("carol");
        withPhone("erin", "+12015550144");

        assertThat(Stream.of("carol", "erin", "nobody")
                        .map(name -> world.ask(name).byOther().textContent()))
                .containsOnly(world.ask("nobody-else").byOther().textContent());
    }

    // Chromium on a desktop reads no text messages: a phone's browser is played, the page's own script is not.
    @Test
    void browserThatReadsTheMessageEntersTheCode() {
        withPhone("dave", "+12015550143");
        Page page = world.browser().newPage();
        page.exposeFunction("textMessage", asked -> world.realm().texts().codeFor("+12015550143"));
        page.addInitScript("""
                window.OTPCredential = class {};
                navigator.credentials.get = async ({ otp }) =>
                  otp.transport.includes("sms") ? { code: await window.textMessage() } : null;
                """);

        page.navigate(world.app().signIn("state"));
        page.locator("a[href*=reset-credentials]").click();
        page.locator("#username").fill("dave");
        page.locator("#kc-reset-password-form [type=submit]").click();

        new NewPasswordPage(page);
    }

    private static TestUser withPhone(String name, String number) {
        return world.newUser(name).phone(number).password(LoginWorld.OLD).create();
    }
}
