// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.passwordrecovery.login.pages.AppPage;
import io.passwordrecovery.login.pages.InfoPage;
import io.passwordrecovery.login.pages.NewPasswordPage;
import io.passwordrecovery.login.pages.ResetCodePage;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestUser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The link in the mail leads back to the page for the code, in the browser that asked for it. */
class CodePageLinkBrowserIT {
    static final Pattern LINK = Pattern.compile("http\\S+/reset-code\\?\\S+");

    @AutoClose
    @RegisterExtension
    static final LoginWorld world = LoginWorld.create();

    @Test
    void linkLeadsBackToThePageInAnotherTabOfTheSameBrowserAndSendsNothing() {
        TestUser alice = world.user("alice");
        ResetCodePage page = world.ask("alice");
        Mail mail = world.realm().inbox().awaitMail(alice.email());
        Page tab = page.page().context().newPage();

        tab.navigate(link(mail));
        assertThat(new ResetCodePage(tab).field()).isVisible();
        new ResetCodePage(tab).enterRight(mail.code().orElseThrow()).set(LoginWorld.NEW);

        assertThat(new AppPage(tab).user()).isEqualTo("alice");
        assertThat(world.realm().inbox().mailsFor(alice.email()).stream()
                        .filter(sent -> sent.code().isPresent()))
                .hasSize(1);
    }

    @Test
    void linkSaysInAnotherBrowserThatTheCodeBelongsToTheFirst() {
        TestUser bob = world.user("bob");
        ResetCodePage page = world.ask("bob");
        Mail mail = world.realm().inbox().awaitMail(bob.email());
        Page elsewhere = world.browser().newPage();

        elsewhere.navigate(link(mail));

        assertThat(new InfoPage(elsewhere).text()).contains("The code belongs to the browser");
        page.enterRight(mail.code().orElseThrow());
    }

    @Test
    void linkHoldsNothingSecret() {
        TestUser carl = world.user("carl");
        world.ask("carl");

        Mail mail = world.realm().inbox().awaitMail(carl.email());

        assertThat(link(mail)).matches(".*/reset-code\\?client_id=web&tab_id=[\\w-]+");
        assertThat(mail.html()).contains("/reset-code?client_id=web&amp;tab_id=");
    }

    @Test
    void linkIsHarmlessAfterTheReset() {
        TestUser dora = world.user("dora");
        ResetCodePage page = world.ask("dora");
        Mail mail = world.realm().inbox().awaitMail(dora.email());
        page.enterRight(mail.code().orElseThrow()).set(LoginWorld.NEW);
        new AppPage(page.page());

        page.page().navigate(link(mail));

        new InfoPage(page.page());
    }

    @Test
    void linkLeadsOnToTheNewPasswordOnceTheCodeIsEntered() {
        TestUser emil = world.user("emil");
        ResetCodePage page = world.ask("emil");
        Mail mail = world.realm().inbox().awaitMail(emil.email());
        page.enterRight(mail.code().orElseThrow());

        page.page().navigate(link(mail));

        new NewPasswordPage(page.page()).set(LoginWorld.NEW);
        assertThat(new AppPage(page.page()).user()).isEqualTo("emil");
    }

    @Test
    void madeUpLinksAreAnsweredAlike() {
        String address =
                world.realm().keycloak().url() + "/realms/" + world.realm().name() + "/reset-code";
        Page page = world.browser().newPage();

        for (String query : List.of(
                "",
                "?client_id=web",
                "?tab_id=x",
                "?client_id=nobody&tab_id=x",
                "?client_id=web&tab_id=" + "x".repeat(3000),
                "?client_id=%3Cscript%3Ealert(1)%3C/script%3E&tab_id=%0d%0a%7f",
                "?client_id=account-console&tab_id=x&client_id=web")) {
            assertThat(page.navigate(address + query).status()).as(query).isEqualTo(200);
            assertThat(new InfoPage(page).text()).contains("The code belongs to the browser");
        }
    }

    private static String link(Mail mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group();
    }
}
