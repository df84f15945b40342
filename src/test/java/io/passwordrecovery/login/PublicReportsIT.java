// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What users of such software have reported in public, tried here. Each test names the report. */
class PublicReportsIT {
    static final String OLD = "the old Pa55word";
    static final String NEW = "brand new Pa55word";
    static final String CODE_FIELD = "one-time-code";
    static final String NEW_PASSWORD_FIELD = "new-password";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void resetByCode() {
        realm.resetByCode();
        realm.configure(Map.of("cooldown", "0", "codes-per-account-hour", "1000"));
    }

    // keycloak/keycloak#51833, CVE-2026-18963: Keycloak's own step of the mailed link could be passed by "Try another
    // way".
    @Test
    void tryingAnotherWayDoesNotLeadPastTheCode() {
        TestUser alice = user("alice");
        String codeStep = codeStep();

        for (List<Map<String, String>> attack : List.of(
                List.of(Map.of("tryAnotherWay", "on"), Map.of("authenticationExecution", codeStep)),
                List.of(
                        Map.of("tryAnotherWay", "on"),
                        Map.of("tryAnotherWay", "on"),
                        Map.of("authenticationExecution", codeStep)),
                List.of(Map.of("authenticationExecution", codeStep)),
                List.of(Map.of("tryAnotherWay", "on", "authenticationExecution", codeStep)),
                List.of(Map.of("authenticationExecution", codeStep, "password-new", NEW, "password-confirm", NEW)),
                List.of(Map.of("code", "", "password-new", NEW, "password-confirm", NEW)))) {
            FormClient attacker = atTheCode(alice);
            String first = attacker.html();
            for (Map<String, String> step : attack) {
                if (attacker.html().contains("<form")) {
                    attacker.submit(step);
                }
                assertThat(attacker.html()).as("%s", attack).doesNotContain(NEW_PASSWORD_FIELD);
                attacker.reload();
                assertThat(attacker.html()).as("%s, reloaded", attack).doesNotContain(NEW_PASSWORD_FIELD);
            }
            assertThat(first).contains(CODE_FIELD);
        }

        assertThat(realm.canSignIn(alice, OLD)).isTrue();
        assertThat(realm.canSignIn(alice, NEW)).isFalse();
    }

    // p2-inc/keycloak-magic-link#151: Safe Links opens each link of a mail before its reader does, and three codes
    // arrived.
    @Test
    void scannerThatOpensTheMailsLinkSendsNothingAndSpoilsNothing() {
        TestUser bob = user("bob");
        FormClient browser = atTheCode(bob);
        Mail mail = realm.inbox().awaitMail(bob.email());
        URI link = link(mail);

        FormClient scanner = new FormClient().open(link);
        scanner.reload();
        new FormClient().open(link);

        realm.inbox().expectNoMailFor(bob.email(), Duration.ofSeconds(1));
        assertThat(scanner.html()).doesNotContain(CODE_FIELD, NEW_PASSWORD_FIELD);
        browser.submit(Map.of("code", mail.code().orElseThrow()));
        assertThat(browser.html()).contains(NEW_PASSWORD_FIELD);
    }

    // keycloak/keycloak#20637: with Kerberos in the browser flow the reset ended at "Page has expired".
    @Test
    void kerberosInTheBrowserFlowDoesNotExpireTheReset() {
        TestUser carol = user("carol");
        kerberos("ALTERNATIVE");
        try {
            // Keycloak's page for browsers that know no Kerberos goes on by itself
            FormClient browser = new FormClient()
                    .open(URI.create(app.signIn("state")))
                    .submit(Map.of("continue", "CONTINUE"))
                    .follow("reset-credentials")
                    .submit(Map.of("username", carol.username()));
            assertThat(browser.html()).contains(CODE_FIELD);
            assertThat(browser.answer().status()).isEqualTo(200);

            browser.submit(Map.of("code", realm.inbox().codeFor(carol)));
            browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));

            assertThat(browser.html()).contains("carol").doesNotContain("expired");
            assertThat(realm.canSignIn(carol, NEW)).isTrue();
        } finally {
            kerberos("DISABLED");
        }
    }

    // mesutpiskin/keycloak-2fa-email-authenticator#80, ustaxcourt/ef-cms#7763: copied with a space, the code was an
    // error.
    @Test
    void codeThatWasCopiedWithWhatStandsAroundItIsTaken() {
        TestUser dave = user("dave");
        FormClient browser = atTheCode(dave);
        String code = realm.inbox().codeFor(dave);

        browser.submit(Map.of("code", "\u00a0 " + code.substring(0, 3) + "\t" + code.substring(3) + "\r\n"));

        assertThat(browser.html()).contains(NEW_PASSWORD_FIELD);
    }

    // keycloak/keycloak#44375: a user who was locked out for wrong passwords was signed in by a reset, and unlocked.
    @Test
    void lockoutThatBeganDuringTheResetIsNotPassedByIt() {
        TestUser frank = user("frank");
        FormClient browser = atTheCode(frank);
        String code = realm.inbox().codeFor(frank);
        realm.bruteForce(3, false);
        try {
            frank.lockOut(3);

            browser.submit(Map.of("code", code));
            if (browser.html().contains(NEW_PASSWORD_FIELD)) {
                browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));
            }

            assertThat(browser.html()).doesNotContain("<p id=\"user\">frank");
            assertThat(realm.canSignIn(frank, OLD)).isFalse();
            assertThat(realm.canSignIn(frank, NEW)).isFalse();
        } finally {
            realm.change(wanted -> wanted.setBruteForceProtected(false));
        }
    }

    // mesutpiskin/keycloak-2fa-email-authenticator#64: Back, or a refresh, after a wrong code sent another mail.
    @Test
    void refreshAfterAWrongCodeSendsNothing() {
        TestUser grace = user("grace");
        FormClient browser = atTheCode(grace);
        URI first = browser.address();
        String code = realm.inbox().codeFor(grace);

        browser.submit(Map.of("code", "0000000"));
        browser.reload();
        // the address that the name was posted to: the same step, which is at the code by now
        browser.open(first);

        assertThat(browser.html()).contains("name=\"code\"");
        realm.inbox().expectNoMailFor(grace.email(), Duration.ofSeconds(1));
        browser.submit(Map.of("code", code));
        assertThat(browser.html()).contains(NEW_PASSWORD_FIELD);
    }

    // amazon-archives/amazon-cognito-identity-js#678, aws/aws-sdk-js-v3#7101: users whom an administrator had made
    // could
    // not reset, "no registered/verified email", and the answer told strangers so.
    @Test
    void userWhomAnAdministratorHasMadeGetsACode() {
        TestUser erin = realm.user("erin").email("erin@example.test").create();

        FormClient browser = atTheCode(erin);

        browser.submit(Map.of("code", realm.inbox().codeFor(erin)));
        browser.submit(Map.of("password-new", NEW, "password-confirm", NEW));
        assertThat(realm.canSignIn(erin, NEW)).isTrue();
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }

    private static FormClient atTheCode(TestUser user) {
        return new FormClient()
                .open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", user.username()));
    }

    private static String codeStep() {
        String flow = realm.resource().toRepresentation().getResetCredentialsFlow();
        return realm.resource().flows().getExecutions(flow).stream()
                .filter(step -> "reset-credential-code".equals(step.getProviderId()))
                .map(AuthenticationExecutionInfoRepresentation::getId)
                .findFirst()
                .orElseThrow();
    }

    private static void kerberos(String requirement) {
        AuthenticationExecutionInfoRepresentation kerberos = realm.resource().flows().getExecutions("browser").stream()
                .filter(step -> "auth-spnego".equals(step.getProviderId()))
                .findFirst()
                .orElseThrow();
        kerberos.setRequirement(requirement);
        realm.resource().flows().updateExecutions("browser", kerberos);
    }

    private static URI link(Mail mail) {
        Matcher link = Pattern.compile("http://\\S+/reset-code\\?\\S+").matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return URI.create(link.group());
    }
}
