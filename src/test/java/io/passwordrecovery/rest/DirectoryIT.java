// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.directory.ActiveDirectory;
import io.passwordrecovery.testkit.directory.Directory;
import io.passwordrecovery.testkit.directory.Slapd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.directory.Directory.PASSWORD;
import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Users whose passwords a real OpenLDAP keeps, or one that speaks as Active Directory does. */
class DirectoryIT {
    static final String TOO_SHORT = "Short-1";
    static final String NEW = "New-Directory-Pa55w0rd";
    static final String REFUSED = "The directory that keeps your password does not accept this one.";
    static final String READ_ONLY = "Your password is kept in a directory and cannot be changed here.";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final Directory openLdap = Slapd.startOrSkip(
            "Tests with an OpenLDAP",
            keycloak,
            "alice",
            "bob",
            "carol",
            "dave",
            "erin",
            "frank",
            "twin-1/twins@example.test",
            "twin-2/twins@example.test");

    @AutoClose
    static final Directory activeDirectory = ActiveDirectory.start(keycloak, "alice", "bob");

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestRealm windows = TestRealm.create(keycloak);

    @AutoClose
    static final TestRealm readOnly = TestRealm.create(keycloak);

    @BeforeAll
    static void federations() {
        openLdap.joins(realm, "WRITABLE", Map.of());
        openLdap.joins(readOnly, "READ_ONLY", Map.of());
        activeDirectory.joins(windows, "WRITABLE", Map.of());
    }

    @Test
    void directorysRefusalOfAResetIsToldAndTheCodeStaysGood() {
        refusedAndThenGranted(realm);
    }

    @Test
    void activeDirectorysRefusalOfAResetIsToldAndTheCodeStaysGood() {
        refusedAndThenGranted(windows);
    }

    private static void refusedAndThenGranted(TestRealm realm) {
        realm.api().reset(APP, "alice");
        String code = realm.inbox().codeFor("alice@example.test");

        Answer refused = realm.api().confirm(APP, "alice", code, TOO_SHORT);
        Answer confirmed = realm.api().confirm(APP, "alice", code, NEW);

        assertRefused(refused, REFUSED);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(realm.tokens().grant("alice", NEW).status()).isEqualTo(200);
        assertThat(realm.tokens().grant("alice", PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void directorysRefusalOfAnUpdateIsTold() {
        assertRefused(realm.api().update(token(realm, "bob"), PASSWORD, TOO_SHORT), REFUSED);
        assertRefused(windows.api().update(token(windows, "bob"), PASSWORD, TOO_SHORT), REFUSED);
        assertThat(realm.api().update(token(realm, "bob"), PASSWORD, NEW).status())
                .isEqualTo(204);
    }

    @Test
    void directorysRefusalIsShownOnThePage() {
        FormClient page = changePage(app, "carol");
        Map<String, String> tooShort =
                Map.of("password-current", PASSWORD, "password-new", TOO_SHORT, "password-confirm", TOO_SHORT);

        page.submit(tooShort);

        assertThat(page.html()).contains(REFUSED, "name=\"password-new\"");
        page.submit(Map.of("password-current", PASSWORD, "password-new", NEW, "password-confirm", NEW));
        assertThat(page.html()).contains("<p id=\"action-status\">success</p>");
    }

    @Test
    void passwordThatCannotBeWrittenIsRefusedAndNotAFault() {
        String token = token(readOnly, "alice");

        Answer refused = readOnly.api().update(token, PASSWORD, NEW);
        Answer wrong = readOnly.api().update(token, NEW, NEW);

        assertRefused(refused, READ_ONLY);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(readOnly.tokens().grant("alice", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void addressOfTwoEntriesIsAnsweredAsAnUnknownOne() {
        Answer twins = realm.api().reset(APP, "twins@example.test");
        Answer nobody = realm.api().reset(APP, "nobody@example.test");

        assertThat(twins.status()).isEqualTo(nobody.status()).isEqualTo(200);
        assertThat(twins.body().replace("t***", "n***")).isEqualTo(nobody.body());
        assertThat(realm.api().confirm(APP, "twins@example.test", "000000", NEW).error())
                .isEqualTo("CodeMismatchException");
    }

    @Test
    void codeIsVoidOnceThePasswordWasChangedWithTheCurrentOne() {
        realm.api().reset(APP, "dave");
        String code = realm.inbox().codeFor("dave@example.test");

        assertThat(realm.api().update(token(realm, "dave"), PASSWORD, NEW).status())
                .isEqualTo(204);

        assertThat(realm.api().confirm(APP, "dave", code, PASSWORD).error()).isEqualTo("CodeMismatchException");
        assertThat(realm.tokens().grant("dave", NEW).status()).isEqualTo(200);
    }

    @Test
    void proofParkedOnThePageIsVoidOnceThePasswordWasChanged() {
        FormClient page = changePage(app, "erin");
        page.submit(Map.of("recovery", "forgotten"));
        page.submit(Map.of("code", realm.inbox().codeFor("erin@example.test")));
        assertThat(page.html()).contains("name=\"password-new\"").doesNotContain("name=\"password-current\"");

        realm.api().update(token(realm, "erin"), PASSWORD, NEW);
        page.submit(Map.of("password-new", PASSWORD, "password-confirm", PASSWORD));

        // Not even the login that it belongs to goes on.
        assertThat(page.html()).contains("kc-form-login").doesNotContain("action-status");
        assertThat(realm.tokens().grant("erin", NEW).status()).isEqualTo(200);
    }

    private static FormClient changePage(TestApp app, String username) {
        return new FormClient()
                .open(URI.create(app.signIn("state", Map.of("kc_action", "CHANGE_PASSWORD"))))
                .submit(Map.of("username", username, "password", PASSWORD));
    }

    private static String token(TestRealm realm, String username) {
        return realm.tokens().signIn(username, PASSWORD).access();
    }

    private static void assertRefused(Answer answer, String text) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.error()).isEqualTo("InvalidPasswordException");
        assertThat(answer.json().at("/violations/0/text").asText()).startsWith(text);
    }
}
