// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A forgotten password, with the code on the phone: which medium, which number, which text. */
@Tag("journey")
class SmsJourneyIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.shared();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    @BeforeAll
    static void phones() {
        realm.withPhones(Map.of(
                "cooldown", "0",
                "codes-per-ip-hour", "1000000",
                "sms-per-ip", "1000,1000",
                "sms-second-factors", "mobile-number,otp",
                "phone-as-username", "true",
                "default-region", "US",
                "sms-country-codes", "1"));
    }

    @Test
    void userSetsNewPasswordWithTheCodeOnThePhone() {
        TestUser alice = user("alice", "+12015550101");

        Answer asked = api.reset(APP, "alice");
        JsonNode sms = realm.texts().await("+12015550101");
        String code = code(sms);
        Answer confirmed = api.confirm(APP, "alice", code, NEW);

        assertThat(asked.json().at("/nextStep/codeDeliveryDetails").toString())
                .isEqualTo("{\"deliveryMedium\":\"SMS\",\"destination\":\"+*******\","
                        + "\"attributeName\":\"phone_number\"}");
        assertThat(sms.path("purpose").asText()).isEqualTo("reset-code");
        assertThat(sms.path("locale").asText()).isEqualTo("en");
        assertThat(sms.path("text").asText())
                .isEqualTo(code + " is your code to set a new password. Tell it to nobody.\n@"
                        + keycloak.url().getHost() + " #" + code);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        assertThat(events(alice, EventType.SEND_RESET_PASSWORD, EventType.RESET_PASSWORD))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getDetails())
                        .containsEntry("delivery_medium", "SMS")
                        .containsEntry("destination", "+*******0101"));
    }

    @Test
    void ownerIsToldOfTheChangeByTextMessageAndByMail() {
        TestUser bob = user("bob", "+12015550102");
        api.reset(APP, "bob");
        api.confirm(APP, "bob", realm.texts().codeFor("+12015550102"), NEW);

        JsonNode notice = realm.texts().await("+12015550102");

        assertThat(notice.path("purpose").asText()).isEqualTo("password-changed");
        assertThat(notice.path("text").asText()).startsWith("The password of your account was changed.");
        assertThat(realm.inbox().awaitMail(bob.email()).subject()).isEqualTo("Your password was changed");
    }

    @Test
    void mailServerThatFailsKeepsNoNoticeFromThePhoneAndNeitherIsSentTwice() {
        TestUser liam = user("liam", "+12015550112");
        api.reset(APP, "liam");
        String code = realm.texts().codeFor("+12015550112");
        realm.inbox().refuseNext(1);

        api.confirm(APP, "liam", code, NEW);

        realm.texts().await("+12015550112");
        realm.inbox().awaitMail(liam.email());
        realm.texts().expectNoneFor("+12015550112", Duration.ofSeconds(2));
        assertThat(realm.inbox().count(liam.email())).isEqualTo(1);
    }

    @Test
    void unverifiedNumberIsNeverSentTo() {
        TestUser carol = realm.user("carol")
                .email("carol@example.test")
                .password(OLD)
                .attribute("phoneNumber", "+12015550103")
                .attribute("phoneNumberVerified", "false")
                .create();

        assertThat(medium(api.reset(APP, "carol")))
                .as("nobody is told which")
                .isEqualTo(medium(api.reset(APP, "nobody")));
        realm.inbox().codeFor(carol);
        assertThat(realm.texts().posts("+12015550103")).isEmpty();
    }

    @Test
    void numberOfACountryThatIsNotListedIsNeverSentTo() {
        TestUser dave = user("dave", "+447400123456");

        api.reset(APP, "dave");
        realm.inbox().codeFor(dave);
        assertThat(medium(api.reset(APP, "+44 7400 123456"))).isEqualTo("EMAIL");
        assertThat(medium(api.reset(APP, "+44 7400 123457"))).isEqualTo("EMAIL");
        assertThat(realm.texts().posts("+447400123456")).isEmpty();
    }

    @Test
    void userPrefersEmailWhateverTheCallerWishes() {
        TestUser erin = realm.user("erin")
                .email("erin@example.test")
                .password(OLD)
                .phone("+12015550105")
                .attribute("preferredRecoveryMedium", "EMAIL")
                .create();

        api.post("reset", Map.of("clientId", APP, "username", "erin", "deliveryMedium", "SMS"));

        realm.inbox().codeFor(erin);
        assertThat(realm.texts().posts("+12015550105")).isEmpty();
    }

    @Test
    void userWhoseSecondFactorIsThePhoneGetsAMail() {
        CredentialRepresentation factor = new CredentialRepresentation();
        factor.setType("otp");
        factor.setCredentialData(
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        factor.setSecretData("{\"value\":\"JBSWY3DPEHPK3PXP\"}");
        TestUser frank = realm.user("frank")
                .email("frank@example.test")
                .phone("+12015550106")
                .with(user -> user.setCredentials(List.of(factor)))
                .create();
        assertThat(frank.resource().credentials())
                .extracting(CredentialRepresentation::getType)
                .containsExactly("otp");

        api.reset(APP, "frank");
        realm.inbox().codeFor(frank);
        assertThat(realm.texts().posts("+12015550106")).isEmpty();
    }

    @Test
    void phoneNumberInAnyUsualSpellingIsAUserName() {
        TestUser grace = user("grace", "+12015550107");

        api.reset(APP, "(201) 555-0107");
        String code = realm.texts().codeFor("+12015550107");
        Answer confirmed = api.confirm(APP, "+1 201 555 0107", code, NEW);

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(realm.canSignIn(grace, NEW)).isTrue();
    }

    @Test
    void numberOfTwoAccountsIsNobodysName() {
        Answer ofNobody = api.reset(APP, "+12015550108");
        await("until nobody is found")
                .until(() -> realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                        .anyMatch(event ->
                                "+12015550108".equals(event.getDetails().get("username"))));
        user("heidi", "+12015550108");
        user("ivan", "+12015550108");

        Answer ofTwo = api.reset(APP, "+12015550108");

        assertThat(ofTwo.status()).isEqualTo(200);
        assertThat(ofTwo.body()).isEqualTo(ofNobody.body());
        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .filteredOn(event -> "+12015550108".equals(event.getDetails().get("username")))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getError()).isEqualTo("user_not_found")));
        assertThat(realm.texts().posts("+12015550108")).isEmpty();
    }

    // Otherwise whoever may write a number into their own account could take the owner's name away.
    @Test
    void unverifiedNumberOfAnotherAccountTakesNobodysNameAway() {
        user("judy", "+12015550109");
        realm.user("mallory").attribute("phoneNumber", "+12015550109").create();

        api.reset(APP, "201 555 0109");

        realm.texts().codeFor("+12015550109");
    }

    @Test
    void changedNumberMakesTheCodeVoid() {
        TestUser kim = user("kim", "+12015550110");
        api.reset(APP, "kim");
        String code = realm.texts().codeFor("+12015550110");

        kim.change(user -> user.singleAttribute("phoneNumber", "+12015550111"));

        assertThat(api.confirm(APP, "kim", code, NEW).error()).isEqualTo("CodeMismatchException");
    }

    private static TestUser user(String name, String number) {
        return realm.user(name)
                .email(name + "@example.test")
                .password(OLD)
                .phone(number)
                .create();
    }

    private static String medium(Answer answer) {
        return answer.json().at("/nextStep/codeDeliveryDetails/deliveryMedium").asText();
    }

    private static String code(JsonNode sms) {
        String text = sms.path("text").asText();
        return text.substring(text.lastIndexOf('#') + 1);
    }

    private static List<EventRepresentation> events(TestUser user, EventType... types) {
        return realm.events(types).stream()
                .filter(event -> user.id().equals(event.getUserId()))
                .toList();
    }
}
