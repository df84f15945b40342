// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The mail of a code that a page has asked for. */
@Tag("journey")
class MailIT {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared(), wanted -> {
        wanted.setInternationalizationEnabled(true);
        wanted.setSupportedLocales(Set.of("en", "de"));
        wanted.setDefaultLocale("en");
        wanted.setEmailTheme("sample");
    });

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void useTheResetCode() {
        realm.resetByCode();
    }

    @Test
    void codeStandsAloneOnALineAndTheLinkHoldsNoSecret() {
        TestUser alice = realm.user("alice").email("alice@example.test").create();

        Mail mail = mailFor(alice);

        String code = mail.code().orElseThrow();
        assertThat(mail.text().lines()).contains(code);
        assertThat(mail.text())
                .containsPattern("http://\\S+/realms/" + realm.name()
                        + "/reset-code\\?client_id=web&tab_id=[A-Za-z0-9_-]{11}\\s");
        assertThat(mail.subject()).doesNotContain(code);
        assertThat(mail.html()).contains(code);
    }

    @Test
    void mailSpeaksItsReadersLanguage() {
        TestUser anna = realm.user("anna")
                .email("anna@example.test")
                .attribute("locale", "de")
                .create();

        assertThat(mailFor(anna).subject()).contains("Passwort");
    }

    @Test
    void emailThemeMayHaveItsOwn() {
        TestUser bob = realm.user("bob").email("bob@example.test").create();

        Mail mail = mailFor(bob);

        assertThat(mail.html()).contains("background: #fbf7f0");
        // as in the mails that Keycloak writes itself, within a request
        assertThat(mail.html())
                .containsPattern("src=\"http://\\S+/resources/\\S+/email/sample/img/logo.svg\"")
                .contains(realm.keycloak().url().toString());
        assertThat(mail.text()).contains("Enter this code");
    }

    @Test
    void subjectDiffersSoThatMailboxesShowTheNewest() {
        TestUser carol = realm.user("carol").email("carol@example.test").create();

        Mail mail = mailFor(carol);

        assertThat(mail.subject()).containsPattern("\\(\\d{1,2}:\\d\\d:\\d\\d");
    }

    @Test
    void noticeTellsTheTimeInItsReadersLanguageAndNamesTheZone() {
        TestUser dora = realm.user("dora")
                .email("dora@example.test")
                .password("Old-Pa55w0rd")
                .attribute("locale", "de")
                .create();

        realm.api().update(realm.tokenFor(dora), "Old-Pa55w0rd", "New-Pa55w0rd");

        // "um" or a comma, by the version of the server's Java
        assertThat(realm.inbox().awaitMail(dora.email()).text())
                .containsPattern("am \\d{1,2}\\. \\p{L}+ \\d{4}(,| um) \\d{2}:\\d{2}:\\d{2} \\p{Lu}{3,4} ge");
    }

    @Test
    void templateThatCannotBeRenderedIsNamedAtOnce() {
        try (TestRealm broken = TestRealm.create(realm.keycloak(), wanted -> wanted.setEmailTheme("testkit-broken"))) {
            broken.user("eve").email("eve@example.test").create();

            broken.api().reset(TestRealm.APP, "eve");

            await("the loss is an event")
                    .until(() ->
                            !broken.events(EventType.SEND_RESET_PASSWORD_ERROR).isEmpty());
            assertThat(realm.keycloak().log().lines().filter(line -> line.contains("Realm " + broken.name())))
                    .anySatisfy(line -> assertThat(line)
                            .contains(" ERROR ", "mail template reset-code.ftl of the email theme cannot be rendered"));
        }
    }

    private static Mail mailFor(TestUser user) {
        new FormClient()
                .open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", user.username()));
        return realm.inbox().awaitMail(user.email());
    }
}
