// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.phone;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.UserRepresentation;

import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** The required action over HTTP: a number, a code, two attributes; set by an admin or started by an application. */
@Tag("journey")
class VerifyPhoneNumberIT {
    static final String PASSWORD = "Old-Pa55w0rd";
    static final Map<String, String> STARTED = Map.of("kc_action", "VERIFY_PHONE_NUMBER");

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @AutoClose
    static final TestApp app = TestApp.create(realm);

    @BeforeAll
    static void action() {
        realm.withVerifyPhoneNumber();
        phones();
    }

    private static void phones() {
        realm.withPhones(Map.of(
                "cooldown", "0", "default-region", "US", "sms-per-ip", "1000,1000", "codes-per-ip-hour", "1000"));
    }

    @Test
    void applicationStartsItAndTheNumberIsVerified() {
        TestUser alice = user("alice");
        FormClient page = signIn(alice, STARTED);
        assertThat(page.html()).contains("Verify your phone number", "autocomplete=\"tel\"", "cancel-aia");

        page.submit(Map.of("phone-number", "(201) 555-0131"));
        assertThat(page.html()).contains("+*******0131", "autocomplete=\"one-time-code\"");
        assertThat(attributes(alice)).containsExactly("+12015550131", "false");
        var sms = realm.texts().await("+12015550131");
        String text = sms.path("text").asText();
        page.submit(Map.of("code", text.substring(text.lastIndexOf('#') + 1)));

        assertThat(page.html())
                .contains(
                        "<p id=\"user\">alice</p>", "<p id=\"state\">state</p>", "<p id=\"action-status\">success</p>");
        assertThat(attributes(alice)).containsExactly("+12015550131", "true");
        assertThat(sms.path("purpose").asText()).isEqualTo("verify-phone-number");
        assertThat(text).contains("is your code to confirm this phone number.");
        assertThat(realm.events(EventType.CUSTOM_REQUIRED_ACTION))
                .anySatisfy(event ->
                        assertThat(event.getDetails()).containsEntry("custom_required_action", "VERIFY_PHONE_NUMBER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void pageIsInsideEveryTheme(String theme) {
        realm.change(changed -> changed.setLoginTheme(theme));
        try {
            FormClient page = signIn(user("in-" + theme.replace('.', '-')), STARTED);

            assertThat(page.html()).contains("kc-verify-phone-number-form", "name=\"phone-number\"", "Cancel");
        } finally {
            realm.change(changed -> changed.setLoginTheme("keycloak.v2"));
        }
    }

    @Test
    void userCancelsAndTheApplicationIsTold() {
        TestUser bob = user("bob");
        FormClient page = signIn(bob, STARTED);

        page.submit(Map.of("cancel-aia", "true"));

        assertThat(page.html()).contains("<p id=\"user\">bob</p>", "<p id=\"action-status\">cancelled</p>");
        assertThat(bob.resource().toRepresentation().getAttributes()).isNull();
    }

    @Test
    void adminAsksForItAtTheNextSignIn() {
        TestUser carol = user("carol");
        carol.change(user -> user.setRequiredActions(List.of("VERIFY_PHONE_NUMBER")));
        FormClient page = signIn(carol, Map.of());
        assertThat(page.html()).contains("Verify your phone number").doesNotContain("cancel-aia");

        page.submit(Map.of("phone-number", "+1 201 555 0133"));
        page.submit(Map.of("code", realm.texts().codeFor("+12015550133")));

        assertThat(page.html()).contains("<p id=\"user\">carol</p>");
        assertThat(carol.resource().toRepresentation().getRequiredActions()).isEmpty();
    }

    @Test
    void withoutAGatewayNobodyIsKeptOutAndTheApplicationsPageSaysSo() {
        TestUser ivan = user("ivan");
        ivan.change(user -> user.setRequiredActions(List.of("VERIFY_PHONE_NUMBER")));
        TestUser judy = user("judy");
        realm.configure(Map.of());
        try {
            assertThat(signIn(ivan, Map.of()).html()).contains("<p id=\"user\">ivan</p>");
            assertThat(signIn(judy, STARTED)
                            .submit(Map.of("phone-number", "+12015550145"))
                            .html())
                    .contains("No text message can be sent at the moment.", "cancel-aia");
        } finally {
            phones();
        }
    }

    @Test
    void anotherNumberIsUnverifiedAndAResetCodeToTheOldOneIsVoid() {
        TestUser dave = realm.user("dave")
                .email("dave@example.test")
                .password(PASSWORD)
                .phone("+12015550134")
                .create();
        realm.api().reset(APP, "dave");
        String resetCode = realm.texts().codeFor("+12015550134");

        signIn(dave, STARTED).submit(Map.of("phone-number", "+12015550144"));

        assertThat(attributes(dave)).containsExactly("+12015550144", "false");
        assertThat(realm.api().confirm(APP, "dave", resetCode, "New-Pa55w0rd").error())
                .isEqualTo("CodeMismatchException");
    }

    @Test
    void codeForTheNumberResetsNoPassword() {
        TestUser erin = realm.user("erin")
                .email("erin@example.test")
                .password(PASSWORD)
                .phone("+12015550135")
                .create();
        signIn(erin, STARTED).submit(Map.of("phone-number", "+12015550135"));
        String code = realm.texts().codeFor("+12015550135");

        assertThat(realm.api().confirm(APP, "erin", code, "New-Pa55w0rd").error())
                .isEqualTo("CodeMismatchException");
    }

    @Test
    void wrongCodesAreCountedAndTheSixthIsNotCompared() {
        TestUser frank = user("frank");
        FormClient page = signIn(frank, STARTED).submit(Map.of("phone-number", "+12015550136"));
        String code = realm.texts().codeFor("+12015550136");
        for (int i = 0; i < 5; i++) {
            page.submit(Map.of("code", "0000000"));
            assertThat(page.html()).contains("The code is not right, or no longer good.");
        }

        page.submit(Map.of("code", code));

        assertThat(page.html()).contains("The code is not right, or no longer good.");
        assertThat(attributes(frank)).containsExactly("+12015550136", "false");
    }

    @Test
    void numberThatNothingIsSentToIsRefused() {
        TestUser grace = user("grace");
        FormClient page = signIn(grace, STARTED);

        page.submit(Map.of("phone-number", "+1 900 234 5678"));

        assertThat(page.html()).contains("Text messages cannot be sent to this number.");
        assertThat(grace.resource().toRepresentation().getAttributes()).isNull();
    }

    @Test
    void userTakesAnotherNumberAfterAMistake() {
        TestUser heidi = user("heidi");
        FormClient page = signIn(heidi, STARTED).submit(Map.of("phone-number", "+12015550137"));
        realm.texts().codeFor("+12015550137");

        page.submit(Map.of("verify-phone", "other")).submit(Map.of("phone-number", "+12015550138"));
        page.submit(Map.of("code", realm.texts().codeFor("+12015550138")));

        assertThat(page.html()).contains("<p id=\"action-status\">success</p>");
        assertThat(attributes(heidi)).containsExactly("+12015550138", "true");
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(PASSWORD).create();
    }

    private static FormClient signIn(TestUser user, Map<String, String> parameters) {
        return new FormClient()
                .open(URI.create(app.signIn("state", parameters)))
                .submit(Map.of("username", user.username(), "password", PASSWORD));
    }

    private static List<String> attributes(TestUser user) {
        UserRepresentation now = user.resource().toRepresentation();
        return List.of(now.firstAttribute("phoneNumber"), now.firstAttribute("phoneNumberVerified"));
    }
}
