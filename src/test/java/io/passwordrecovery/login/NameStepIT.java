// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The reset code as a flow's first step: it asks for the name itself. */
@Tag("journey")
class NameStepIT {
    static final String OLD = "the old Pa55word";
    static final String NEW = "brand new Pa55word";
    static final String NAME_FIELD = "name=\"username\"";
    static final String CODE_FIELD = "name=\"code\"";
    static final String NEW_PASSWORD_FIELD = "name=\"password-new\"";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @AutoClose
    static final TestRealm chosen = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp appOfChosen = TestApp.create(chosen);

    @BeforeAll
    static void flows() {
        realm.resetByCode();
        realm.configure(Map.of("cooldown", "0"));
        chosen.resetByCodeOfChosenUser();
    }

    @Test
    void nameIsAskedForAndNobodyIsLookedUpBeforeTheCodePage() {
        TestUser alice = user(realm, "alice");

        FormClient browser = forgotten(app);
        assertThat(browser.html()).contains(NAME_FIELD);
        browser.submit(Map.of("username", "  alice "));

        assertThat(browser.html()).contains(CODE_FIELD);
        String code = realm.inbox().codeFor(alice);
        browser.submit(Map.of("code", code));
        browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));
        assertThat(browser.html()).contains("<p id=\"user\">alice</p>");
        forgotten(app).submit(Map.of("username", "nobody"));
        // Keycloak's own step writes it in the request, before it answers.
        assertThat(realm.events(EventType.RESET_PASSWORD_ERROR))
                .extracting(EventRepresentation::getError)
                .doesNotContain(Errors.USER_NOT_FOUND);
    }

    @Test
    void withoutANameTheSamePageSaysSo() {
        FormClient browser = forgotten(app);

        browser.submit(Map.of("username", " "));

        assertThat(browser.html()).contains(NAME_FIELD).contains("Please specify username.");
        assertThat(browser.answer().status()).isEqualTo(200);
    }

    @Test
    void pageOfTheNameSentAgainByTheBackButtonChangesNothing() {
        TestUser bob = user(realm, "bob");
        TestUser carol = user(realm, "carol");
        FormClient browser = forgotten(app);
        FormClient before = browser.copy();
        browser.submit(Map.of("username", "bob"));
        String bobsCode = realm.inbox().codeFor(bob);

        before.submit(Map.of("username", "carol"));

        assertThat(before.html()).contains(CODE_FIELD).contains("Action expired.");
        realm.inbox().expectNoMailFor(carol.email(), Duration.ofSeconds(1));
        before.submit(Map.of("code", bobsCode));
        assertThat(before.html()).contains(NEW_PASSWORD_FIELD);
    }

    @Test
    void startAgainAsksForAnotherName() {
        TestUser heidi = user(realm, "heidi");
        FormClient browser = forgotten(app).submit(Map.of("username", "nobody"));

        browser.submit(Map.of("recovery", "start-again"));
        assertThat(browser.html()).contains(NAME_FIELD);
        browser.submit(Map.of("username", "heidi"));
        browser.submit(Map.of("code", realm.inbox().codeFor(heidi)));

        assertThat(browser.html()).contains(NEW_PASSWORD_FIELD);
    }

    @Test
    void nameTypedAfterTheProofDoesNotReplaceIt() {
        TestUser dave = user(realm, "dave");
        TestUser erin = user(realm, "erin");
        FormClient browser = forgotten(app);
        FormClient before = browser.copy();
        browser.submit(Map.of("username", "dave"));
        browser.submit(Map.of("code", realm.inbox().codeFor(dave)));
        assertThat(browser.html()).contains(NEW_PASSWORD_FIELD);

        before.submit(Map.of("username", "erin"));

        assertThat(before.html()).contains(NEW_PASSWORD_FIELD).contains("dave").doesNotContain("erin");
        realm.inbox().expectNoMailFor(erin.email(), Duration.ofSeconds(1));
    }

    @Test
    void whoIsSignedInIsNotAskedForTheNameAndNothingIsSentUnasked() {
        TestUser frank = user(realm, "frank");
        FormClient browser = new FormClient().open(URI.create(app.signIn("state")));
        browser.submit(Map.of("username", "frank", "password", OLD));
        assertThat(browser.html()).contains("<p id=\"user\">frank</p>");

        browser.open(URI.create(realm.url() + "/login-actions/reset-credentials?client_id=" + TestApp.CLIENT));

        assertThat(browser.html()).contains("kc-send");
        realm.inbox().expectNoMailFor(frank.email(), Duration.ofSeconds(1));
    }

    // Keycloak names the user of the session itself, and only until the step takes it over.
    @Test
    void whoHasToSignInAgainAndHasForgottenThePasswordWalksToTheEnd() {
        TestUser ivan = user(realm, "ivan");
        FormClient browser = new FormClient().open(URI.create(app.signIn("state")));
        browser.submit(Map.of("username", "ivan", "password", OLD));

        browser.open(URI.create(app.signIn("again", Map.of("prompt", "login")))).follow("reset-credentials");
        browser.submit(Map.of("recovery", "send"));
        browser.submit(Map.of("code", realm.inbox().codeFor(ivan)));
        browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));

        assertThat(browser.html()).contains("<p id=\"user\">ivan</p>");
        assertThat(realm.canSignIn(ivan, NEW)).isTrue();
    }

    @Test
    void stepGoesBehindKeycloaksOwnToo() {
        TestUser grace = user(chosen, "grace");

        FormClient browser = forgotten(appOfChosen).submit(Map.of("username", "grace"));
        browser.submit(Map.of("code", chosen.inbox().codeFor(grace)));
        browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));

        assertThat(browser.html()).contains("<p id=\"user\">grace</p>");
        forgotten(appOfChosen).submit(Map.of("username", "nobody"));
        assertThat(chosen.events(EventType.RESET_PASSWORD_ERROR))
                .extracting(EventRepresentation::getError)
                .containsExactly(Errors.USER_NOT_FOUND);
    }

    private static FormClient forgotten(TestApp app) {
        return new FormClient().open(URI.create(app.signIn("state"))).follow("reset-credentials");
    }

    private static TestUser user(TestRealm realm, String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
