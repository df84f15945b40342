// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever asks cannot find out who has an account: all answers are alike, whatever is asked in whatever order. */
@MovesTheClock
class EnumerationIT {
    static final String PASSWORD = "Old-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    /** Every kind of name; the same number of letters, so that the answers' lengths can be compared. */
    static final List<String> NAMES = List.of("exists", "nobody", "closed", "noaddr", "locked", "banned");

    @BeforeAll
    static void someOfEachKind() {
        realm.configure(Map.of("codes-per-ip-hour", "1000000", "cooldown", "30"));
        realm.user("exists").email("exists@example.test").password(PASSWORD).create();
        realm.user("closed")
                .email("closed@example.test")
                .password(PASSWORD)
                .disabled()
                .create();
        realm.user("noaddr").password(PASSWORD).create();
        realm.bruteForce(2, false);
        realm.user("locked")
                .email("locked@example.test")
                .password(PASSWORD)
                .create()
                .lockOut(2);
        realm.bruteForce(2, true);
        realm.user("banned")
                .email("banned@example.test")
                .password(PASSWORD)
                .create()
                .lockOut(2);
        realm.bruteForce(2, false);
    }

    @AfterEach
    void realTime() {
        keycloak.resetClock();
    }

    @Test
    void everyKindOfUserIsAnsweredAlikeOverAWholeJourney() {
        Map<String, List<String>> answers = NAMES.stream().collect(Collectors.toMap(name -> name, this::journey));

        assertThat(new HashSet<>(answers.values())).as("%s", answers).hasSize(1);
        assertThat(realm.inbox().codeFor("exists@example.test")).matches("[0-9]{6}");
        for (String name : List.of("closed", "locked", "banned")) {
            assertThat(realm.mailsTo(name + "@example.test")).isZero();
        }
    }

    @Test
    void reasonsAreInTheEventsAlone() {
        NAMES.forEach(name -> api.reset(APP, name.toUpperCase(Locale.ROOT)));

        await().untilAsserted(() -> assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .extracting(EventRepresentation::getError)
                .contains("user_not_found", "user_disabled", "user_temporarily_disabled", "invalid_email"));
    }

    @Test
    void unknownAddressIsMaskedItselfAndAlwaysTheSame() {
        Answer first = api.from("192.0.2.7").reset(APP, "Zoe@Nowhere.test");
        keycloak.advance(Duration.ofMinutes(1));
        Answer second = api.from("192.0.2.8").reset(APP, "zoe@nowhere.test");

        assertThat(first.json().at("/nextStep/codeDeliveryDetails/destination").asText())
                .isEqualTo("z***@n***");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void decoyOfANameIsAlwaysTheSame() {
        Answer first = api.reset(APP, "somebody");
        keycloak.advance(Duration.ofMinutes(1));

        assertThat(api.reset(APP, "somebody").body()).isEqualTo(first.body());
    }

    @Test
    void neitherLimitNorExpiryTellsThatTwoNamesAreOneAccount() {
        realm.user("double").email("double@example.test").password(PASSWORD).create();

        List<String> real = aliasJourney("double", "double@example.test");
        List<String> none = aliasJourney("triple", "triple@example.test");

        assertThat(real).isEqualTo(none);
    }

    // Both names in turn: wrong guesses under one must not show under the other.
    private List<String> aliasJourney(String name, String alias) {
        List<String> seen = new ArrayList<>();
        seen.add(shape(api.reset(APP, name)));
        for (int i = 0; i < 6; i++) {
            seen.add(shape(api.confirm(APP, name, "000000", PASSWORD)));
        }
        seen.add(shape(api.reset(APP, alias)));
        for (int i = 0; i < 6; i++) {
            seen.add(shape(api.confirm(APP, alias, "000000", PASSWORD)));
        }
        return seen;
    }

    private List<String> journey(String name) {
        List<String> seen = new ArrayList<>();
        seen.add(shape(api.confirm(APP, name, "000000", PASSWORD)));
        seen.add(shape(api.reset(APP, name)));
        seen.add(shape(api.reset(APP, name)).replaceAll("[0-9]+", "N"));
        for (int i = 0; i < 6; i++) {
            seen.add(shape(api.confirm(APP, name, "000000", "x")));
        }
        keycloak.advance(Duration.ofMinutes(10));
        seen.add(shape(api.confirm(APP, name, "000000", PASSWORD)));
        keycloak.resetClock();
        return seen;
    }

    /** Status, header names and body, without the letters of a typed address. */
    private static String shape(Answer answer) {
        String headers = answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(header -> header.getKey() + header.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
        return answer.status() + " " + headers + " " + answer.body().replaceAll("\"[a-z]\\*\\*\\*@[a-z]", "\"?***@?");
    }
}
