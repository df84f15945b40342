// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ComponentRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.mail.Mail;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A forgotten password, from the request over the inbox to the new sign-in; and everything that makes a code void. */
@MovesTheClock
@Tag("journey")
class ResetJourneyIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String WRONG_CODE = "000000";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    @BeforeAll
    static void withoutWaiting() {
        realm.configure(Map.of("cooldown", "0", "codes-per-account-hour", "1000", "codes-per-ip-hour", "1000000"));
        realm.passwordPolicy("length(8) and digits(1) and notUsername and passwordHistory(3)");
    }

    private static final String HMAC = "hmac-generated";

    @AfterEach
    void realTime() {
        keycloak.resetClock();
    }

    @Test
    void userSetsNewPasswordWithTheCodeAndSignsInWithIt() {
        TestUser alice = user("alice");

        Answer asked = api.reset(APP, "alice");
        Answer confirmed = api.confirm(APP, "alice", realm.inbox().codeFor(alice), NEW);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .isEqualTo("{\"isPasswordReset\":false,\"nextStep\":{"
                        + "\"resetPasswordStep\":\"CONFIRM_RESET_PASSWORD_WITH_CODE\",\"codeDeliveryDetails\":{"
                        + "\"deliveryMedium\":\"EMAIL\",\"destination\":\"***@***\",\"attributeName\":\"email\"}}}");
        assertThat(confirmed.body())
                .isEqualTo("{\"isPasswordReset\":true,\"nextStep\":{\"resetPasswordStep\":\"DONE\"}}");
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        assertThat(realm.canSignIn(alice, OLD)).isFalse();
    }

    @Test
    void userIsFoundByEmailAddressInAnySpelling() {
        TestUser bob = user("bob");

        Answer asked = api.reset(APP, " BOB@Example.TEST ");
        Answer confirmed = api.confirm(APP, "bob@example.test", realm.inbox().codeFor(bob), NEW);

        assertThat(asked.json().at("/nextStep/codeDeliveryDetails/destination").asText())
                .isEqualTo("b***@e***");
        assertThat(confirmed.status()).isEqualTo(200);
    }

    @Test
    void accountsAddressIsShownMaskedWhereTheRealmSaysSo() {
        user("zara");
        realm.configure(Map.of("show-destination", "masked"));
        try {
            assertThat(api.reset(APP, "zara")
                            .json()
                            .at("/nextStep/codeDeliveryDetails/destination")
                            .asText())
                    .isEqualTo("z***@e***");
        } finally {
            realm.configure(Map.of());
        }
    }

    @Test
    void codeOutlivesARotationOfTheRealmsKeys() {
        TestUser niaj = user("niaj");
        api.reset(APP, "niaj");
        String code = realm.inbox().codeFor(niaj);

        realm.add(hmacKey("1000"));

        assertThat(api.confirm(APP, "niaj", code, NEW).status()).isEqualTo(200);
    }

    // As in realms that were imported from exports of old.
    @Test
    void realmWithoutAKeyGetsOne() {
        try (TestRealm bare = TestRealm.create(keycloak)) {
            TestUser olivia = bare.user("olivia").email("olivia@example.test").create();
            bare.resource().components().query().stream()
                    .filter(key -> HMAC.equals(key.getProviderId()))
                    .forEach(key ->
                            bare.resource().components().component(key.getId()).remove());

            bare.api().reset(APP, "olivia");

            assertThat(bare.api()
                            .confirm(APP, "olivia", bare.inbox().codeFor(olivia), NEW)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static ComponentRepresentation hmacKey(String priority) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("newer");
        key.setProviderId(HMAC);
        key.setProviderType("org.keycloak.keys.KeyProvider");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("priority", priority);
        config.putSingle("algorithm", "HS512");
        key.setConfig(config);
        return key;
    }

    @Test
    void codeIsReadAsPeopleTypeIt() {
        TestUser carol = user("carol");
        api.reset(APP, "carol");
        String code = realm.inbox().codeFor(carol);
        String fullWidth = code.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 0xff10)))
                .collect(Collectors.joining(" "));

        assertThat(api.confirm(APP, "carol", fullWidth, NEW).status()).isEqualTo(200);
    }

    @Test
    @SuppressWarnings("deprecation")
    void ownerIsToldAndTheEventsNameTheMediumAndTheMaskedAddress() {
        TestUser dave = user("dave");
        api.reset(APP, "dave");
        api.confirm(APP, "dave", realm.inbox().codeFor(dave), NEW);

        Mail notice = realm.inbox().awaitMail(dave.email());

        assertThat(notice.subject()).isEqualTo("Your password was changed");
        assertThat(events(dave, EventType.SEND_RESET_PASSWORD, EventType.RESET_PASSWORD))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.getClientId()).isEqualTo(APP);
                    assertThat(event.getIpAddress()).isNotBlank();
                    assertThat(event.getDetails())
                            .containsEntry("delivery_medium", "EMAIL")
                            .containsEntry("destination", "d***@e***");
                });
        assertThat(events(dave, EventType.UPDATE_CREDENTIAL)).hasSize(1);
        assertThat(events(dave, EventType.UPDATE_PASSWORD))
                .as("what listeners of old wait for")
                .hasSize(1);
    }

    @Test
    void addressIsVerifiedAndTheDemandForANewPasswordIsMet() {
        TestUser erin = realm.user("erin")
                .unverifiedEmail("erin@example.test")
                .password(OLD)
                .with(user -> user.setRequiredActions(List.of("UPDATE_PASSWORD")))
                .create();
        api.reset(APP, "erin");

        api.confirm(APP, "erin", realm.inbox().codeFor(erin), NEW);

        assertThat(erin.resource().toRepresentation().isEmailVerified()).isTrue();
        assertThat(erin.resource().toRepresentation().getRequiredActions()).isEmpty();
    }

    @Test
    void userWithoutPasswordGetsOne() {
        TestUser frank = realm.user("frank").email("frank@example.test").create();
        api.reset(APP, "frank");

        api.confirm(APP, "frank", realm.inbox().codeFor(frank), NEW);

        assertThat(realm.canSignIn(frank, NEW)).isTrue();
    }

    @Test
    void weakPasswordIsRefusedWithEveryBrokenRuleAndKeepsTheCodeHoweverOften() {
        TestUser grace = user("grace");
        api.reset(APP, "grace");
        String code = realm.inbox().codeFor(grace);

        List<Answer> refusals = IntStream.range(0, 7)
                .mapToObj(i -> api.confirm(APP, "grace", code, "Pa55"))
                .toList();

        assertThat(refusals).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.error()).isEqualTo("InvalidPasswordException");
        });
        assertThat(api.confirm(APP, "grace", code, "grace").json().path("violations"))
                .extracting(violation -> violation.path("key").asText())
                .containsExactlyInAnyOrder(
                        "invalidPasswordMinLengthMessage",
                        "invalidPasswordMinDigitsMessage",
                        "invalidPasswordNotUsernameMessage");
        assertThat(refusals.get(0).json().at("/violations/0/text").asText())
                .isEqualTo("Invalid password: minimum length 8.");
        assertThat(api.confirm(APP, "grace", code, NEW).status()).isEqualTo(200);
    }

    @Test
    void formerPasswordIsRefusedByTheHistory() {
        TestUser heidi = user("heidi");
        api.reset(APP, "heidi");

        Answer refused = api.confirm(APP, "heidi", realm.inbox().codeFor(heidi), OLD);

        assertThat(refused.json().at("/violations/0/key").asText()).isEqualTo("invalidPasswordHistoryMessage");
    }

    @Test
    void policyIsNotToldToSomebodyWithoutTheCode() {
        user("ivan");
        api.reset(APP, "ivan");

        assertThat(api.confirm(APP, "ivan", WRONG_CODE, "x").error()).isEqualTo("CodeMismatchException");
    }

    @Test
    void usedCodeIsWrong() {
        TestUser judy = user("judy");
        api.reset(APP, "judy");
        String code = realm.inbox().codeFor(judy);
        api.confirm(APP, "judy", code, NEW);

        assertThat(api.confirm(APP, "judy", code, "Other-Pa55w0rd").error()).isEqualTo("CodeMismatchException");
        assertThat(realm.canSignIn(judy, NEW)).isTrue();
    }

    @Test
    void newerCodeMakesTheOlderOneVoid() {
        TestUser karl = user("karl");
        api.reset(APP, "karl");
        String older = realm.inbox().codeFor(karl);
        api.reset(APP, "karl");
        String newer = realm.inbox().codeFor(karl);

        Assumptions.assumeFalse(older.equals(newer), "one in a million");
        assertThat(api.confirm(APP, "karl", older, NEW).error()).isEqualTo("CodeMismatchException");
        assertThat(api.confirm(APP, "karl", newer, NEW).status()).isEqualTo(200);
    }

    @Test
    void codeExpiresToTheSecond() {
        TestUser laura = user("laura");
        api.reset(APP, "laura");
        String code = realm.inbox().codeFor(laura);
        user("mallory");
        api.reset(APP, "mallory");

        keycloak.advance(Duration.ofMinutes(9));
        assertThat(api.confirm(APP, "laura", WRONG_CODE, NEW).error()).isEqualTo("CodeMismatchException");
        keycloak.advance(Duration.ofMinutes(1));

        assertThat(api.confirm(APP, "laura", code, NEW).error()).isEqualTo("ExpiredCodeException");
        assertThat(realm.canSignIn(laura, OLD)).isTrue();
    }

    @Test
    void passwordChangeByAnAdminMakesTheCodeVoid() {
        TestUser nina = user("nina");
        api.reset(APP, "nina");
        String code = realm.inbox().codeFor(nina);

        nina.setPassword("Admin-Pa55w0rd");

        assertThat(api.confirm(APP, "nina", code, NEW).error()).isEqualTo("CodeMismatchException");
        assertThat(realm.canSignIn(nina, "Admin-Pa55w0rd")).isTrue();
    }

    @Test
    void changeOfTheAddressMakesTheCodeVoid() {
        TestUser olaf = user("olaf");
        api.reset(APP, "olaf");
        String code = realm.inbox().codeFor(olaf);

        olaf.change(user -> user.setEmail("olaf.new@example.test"));

        assertThat(api.confirm(APP, "olaf", code, NEW).error()).isEqualTo("CodeMismatchException");
    }

    @Test
    void codeOfOneUserIsNoUseForAnother() {
        TestUser peggy = user("peggy");
        user("quentin");
        api.reset(APP, "quentin");
        api.reset(APP, "peggy");

        Answer stolen = api.confirm(APP, "quentin", realm.inbox().codeFor(peggy), NEW);

        assertThat(stolen.error()).isEqualTo("CodeMismatchException");
    }

    @Test
    void codeOfOneRealmIsNoUseInAnother() {
        TestUser rupert = user("rupert");
        api.reset(APP, "rupert");
        String code = realm.inbox().codeFor(rupert);
        try (TestRealm other = TestRealm.create(keycloak)) {
            other.user("rupert").email("rupert@example.test").password(OLD).create();
            other.api().reset(APP, "rupert");

            assertThat(other.api().confirm(APP, "rupert", code, NEW).error()).isEqualTo("CodeMismatchException");
        }
    }

    @Test
    void disabledAfterTheCodeWasSentStaysDisabled() {
        TestUser sybil = user("sybil");
        api.reset(APP, "sybil");
        String code = realm.inbox().codeFor(sybil);

        sybil.change(user -> user.setEnabled(false));

        assertThat(api.confirm(APP, "sybil", code, NEW).error()).isEqualTo("CodeMismatchException");
        assertThat(sybil.resource().toRepresentation().isEnabled()).isFalse();
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }

    private static List<org.keycloak.representations.idm.EventRepresentation> events(
            TestUser user, EventType... types) {
        return realm.events(types).stream()
                .filter(event -> user.id().equals(event.getUserId()))
                .toList();
    }
}
