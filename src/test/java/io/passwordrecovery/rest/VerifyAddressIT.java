// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A signed-in user proves the registered address over REST; whoever has nothing but a token proves nothing. */
@Tag("journey")
@MovesTheClock
class VerifyAddressIT {
    static final String PASSWORD = "Old-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @BeforeAll
    static void phones() {
        realm.withPhones(Map.of(
                "cooldown", "0", "default-region", "US", "sms-per-ip", "1000,1000", "codes-per-ip-hour", "1000"));
    }

    @Test
    void registeredNumberIsVerifiedByItsCode() {
        TestUser alice = user("alice", "+12015550141");
        String token = realm.tokenFor(alice);

        Answer sent = verify(token, "phone_number");
        Answer confirmed = confirm(token, "phone_number", realm.texts().codeFor("+12015550141"));

        assertThat(sent.body())
                .isEqualTo("{\"deliveryMedium\":\"SMS\",\"destination\":\"+*******0141\","
                        + "\"attributeName\":\"phone_number\"}");
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(flag(alice)).isEqualTo("true");
        await("the event")
                .untilAsserted(() -> assertThat(realm.events(EventType.CUSTOM_REQUIRED_ACTION))
                        .anySatisfy(event -> assertThat(event.getUserId()).isEqualTo(alice.id())));
        realm.api().reset(APP, "alice");
        assertThat(realm.texts().codeFor("+12015550141")).as("it recovers").isNotEmpty();
    }

    @Test
    void registeredEmailAddressIsVerifiedByItsCode() {
        TestUser bob = user("bob", "+12015550142");
        String token = realm.tokenFor(bob);

        Answer sent = verify(token, "email");
        String code = realm.inbox().codeFor(bob);
        Answer confirmed = confirm(token, "email", code);

        assertThat(sent.body())
                .isEqualTo("{\"deliveryMedium\":\"EMAIL\",\"destination\":\"b***@e***\",\"attributeName\":\"email\"}");
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(bob.resource().toRepresentation().isEmailVerified()).isTrue();
        assertThat(confirm(token, "email", code).error()).as("replayed").isEqualTo("CodeMismatchException");
        await("the event")
                .untilAsserted(() -> assertThat(realm.events(EventType.VERIFY_EMAIL))
                        .anySatisfy(event -> assertThat(event.getUserId()).isEqualTo(bob.id())));
        assertThat(realm.inbox().mailsFor(bob.email()))
                .first()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Verify email"));
    }

    @Test
    void codeIsGoodForNobodyElseAndInNoOtherSession() {
        TestUser carol = user("carol", "+12015550143");
        TestUser mallory = user("mallory", "+12015550143");
        String token = realm.tokenFor(carol);
        verify(token, "phone_number");
        String code = realm.texts().codeFor("+12015550143");

        assertThat(confirm(realm.tokenFor(mallory), "phone_number", code).error())
                .as("the same number, registered by another")
                .isEqualTo("CodeMismatchException");
        assertThat(confirm(realm.tokenFor(carol), "phone_number", code).error())
                .as("another session of hers")
                .isEqualTo("CodeMismatchException");
        assertThat(realm.api().confirm(APP, "carol", code, "New-Pa55w0rd").error())
                .as("no code to reset by")
                .isEqualTo("CodeMismatchException");
        assertThat(confirm(token, "email", code).error()).as("another address").isEqualTo("CodeMismatchException");
        assertThat(confirm(token, "phone_number", code).status()).isEqualTo(204);
        assertThat(flag(mallory)).isNotEqualTo("true");
    }

    @Test
    void numberThatWasChangedMeanwhileIsNotProven() {
        TestUser dave = user("dave", "+12015550144");
        String token = realm.tokenFor(dave);
        verify(token, "phone_number");
        String code = realm.texts().codeFor("+12015550144");

        dave.change(user -> user.getAttributes().put("phoneNumber", List.of("+12015550145")));

        assertThat(confirm(token, "phone_number", code).error()).isEqualTo("CodeMismatchException");
        assertThat(flag(dave)).isNotEqualTo("true");
    }

    @Test
    void guessesAreCountedAndTheSixthIsNotCompared() {
        TestUser erin = user("erin", "+12015550146");
        String token = realm.tokenFor(erin);
        verify(token, "phone_number");
        String code = realm.texts().codeFor("+12015550146");
        for (int i = 0; i < 5; i++) {
            confirm(token, "phone_number", code.equals("000000") ? "111111" : "000000");
        }

        assertThat(confirm(token, "phone_number", code).error()).isEqualTo("CodeMismatchException");
        assertThat(flag(erin)).isNotEqualTo("true");
        await("each is an event")
                .untilAsserted(() -> assertThat(realm.events(EventType.CUSTOM_REQUIRED_ACTION_ERROR))
                        .filteredOn(event -> erin.id().equals(event.getUserId()))
                        .hasSize(6)
                        .allSatisfy(event -> assertThat(event.getError()).isEqualTo("invalid_code")));
    }

    // A proven address recovers the account: whoever has stolen a token, and changed the profile by it, must not get
    // one.
    @Test
    void tokenOfSomebodyWhoSignedInLongAgoSendsNothing() {
        TestUser frank = user("frank", "+12015550147");
        realm.change(changed -> changed.setAccessTokenLifespan(3600));
        String token = realm.tokenFor(frank);
        keycloak.advance(Duration.ofSeconds(301));
        try {
            Answer refused = verify(token, "email");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate").orElseThrow())
                    .contains("error=\"insufficient_user_authentication\"", "max_age=\"300\"");
            assertThat(verify(realm.tokenFor(frank), "email").status()).isEqualTo(200);
        } finally {
            keycloak.resetClock();
        }
    }

    @Test
    void callsThatCannotBeServedAreRefused() {
        TestUser grace = realm.user("grace")
                .email("grace@example.test")
                .password(PASSWORD)
                .create();
        String token = realm.tokenFor(grace);

        assertThat(verify(token, "phone_number").error()).as("no number").isEqualTo("InvalidParameterException");
        assertThat(verify(token, "address").error()).isEqualTo("InvalidParameterException");
        assertThat(verify("no-token", "email").status()).isEqualTo(401);
        assertThat(realm.api().post("verify", Map.of("attributeName", "email")).status())
                .isEqualTo(401);
        assertThat(confirm(token, "email", "123456").error())
                .as("none was asked for")
                .isEqualTo("CodeMismatchException");
        assertThat(verify(realm.tokenFor(user("heidi", "+19002345678")), "phone_number")
                        .error())
                .as("a premium number")
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void floodIsRefusedAsOnThePage() {
        TestUser ivan = user("ivan", "+12015550148");
        String token = realm.tokenFor(ivan);
        for (int i = 0; i < 5; i++) {
            verify(token, "email");
        }

        Answer sixth = verify(token, "email");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.header("Retry-After")).isPresent();
        assertThat(verify(token, "phone_number").status())
                .as("a budget of its own")
                .isEqualTo(200);
    }

    private static Answer verify(String token, String attribute) {
        return as(token).post("verify", Map.of("attributeName", attribute));
    }

    private static Answer confirm(String token, String attribute, String code) {
        return as(token).post("verify/confirm", Map.of("attributeName", attribute, "confirmationCode", code));
    }

    private static RestApi as(String token) {
        return realm.api().with("Authorization", "Bearer " + token);
    }

    private static String flag(TestUser user) {
        return String.valueOf(user.resource().toRepresentation().getAttributes().get("phoneNumberVerified"))
                .replaceAll("[\\[\\]]", "");
    }

    private static TestUser user(String name, String number) {
        return realm.user(name)
                .unverifiedEmail(name + "@example.test")
                .attribute("phoneNumber", number)
                .password(PASSWORD)
                .create();
    }
}
