// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** How often codes can be asked for and guessed. */
@MovesTheClock
@CountedByTheHour
class LimitsIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    @BeforeEach
    void defaults() {
        realm.configure(Map.of("codes-per-ip-hour", "1000000"));
    }

    @AfterEach
    void realTime() {
        keycloak.resetClock();
    }

    @Test
    void secondCodeHasToWaitForTheCooldown() {
        TestUser alice = user("alice");
        api.reset(APP, "alice");
        realm.inbox().codeFor(alice);

        Answer tooSoon = api.reset(APP, "alice");

        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.error()).isEqualTo("LimitExceededException");
        assertThat(retryAfter(tooSoon)).isBetween(20L, 30L);
        keycloak.advance(Duration.ofSeconds(retryAfter(tooSoon)));
        assertThat(api.reset(APP, "alice").status()).isEqualTo(200);
        realm.inbox().codeFor(alice);
    }

    @Test
    void nameGetsFiveCodesAnHour() {
        realm.configure(Map.of("cooldown", "0"));
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> api.reset(APP, "bob").status())
                .toList();

        Answer refused = api.reset(APP, "BOB");

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);
        assertThat(retryAfter(refused)).isBetween(1L, 3600L);
        keycloak.advance(Duration.ofSeconds(retryAfter(refused)));
        assertThat(api.reset(APP, "bob").status()).isEqualTo(200);
    }

    @Test
    void refusedRequestCountsForNobody() {
        realm.configure(Map.of("codes-per-ip-hour", "2"));
        RestApi there = api.from("192.0.2.20");
        there.reset(APP, "carol");
        IntStream.range(0, 10).forEach(i -> there.reset(APP, "carol"));

        assertThat(there.reset(APP, "chuck").status()).isEqualTo(200);
        assertThat(there.reset(APP, "craig").status()).isEqualTo(429);
    }

    @Test
    void networkGetsItsShareWhateverTheNames() {
        realm.configure(Map.of("codes-per-ip-hour", "3"));

        List<Integer> one = IntStream.range(0, 4)
                .mapToObj(i -> api.from("192.0.2.30").reset(APP, "name" + i).status())
                .toList();
        List<Integer> sameNetwork = IntStream.range(0, 4)
                .mapToObj(i -> api.from("2001:db8:1:1::" + (i + 1))
                        .reset(APP, "v6name" + i)
                        .status())
                .toList();

        assertThat(one).containsExactly(200, 200, 200, 429);
        assertThat(sameNetwork).containsExactly(200, 200, 200, 429);
        assertThat(api.from("192.0.2.31").reset(APP, "name9").status()).isEqualTo(200);
    }

    @Test
    void accountsShareIsForAllItsNamesTogetherAndInSilence() {
        realm.configure(Map.of("cooldown", "0", "codes-per-account-hour", "2", "codes-per-ip-hour", "1000000"));
        user("dave");

        for (String name : List.of("dave", "dave@example.test")) {
            assertThat(api.reset(APP, name).status()).isEqualTo(200);
            // One after the other: of two codes at a time only the newer is sent.
            realm.inbox().codeFor("dave@example.test");
        }

        for (String name : List.of("dave", "dave@example.test")) {
            assertThat(api.reset(APP, name).status()).isEqualTo(200);
        }

        realm.inbox().expectNoMailFor("dave@example.test", Duration.ofSeconds(1));
    }

    @Test
    void rightCodeIsRefusedAfterFiveWrongOnes() {
        TestUser erin = user("erin");
        api.reset(APP, "erin");
        String code = realm.inbox().codeFor(erin);

        List<String> errors = IntStream.range(0, 5)
                .mapToObj(i -> api.confirm(APP, "erin", "00000" + i + "0", NEW).error())
                .toList();
        Answer right = api.confirm(APP, "erin", code, NEW);

        assertThat(errors).containsOnly("CodeMismatchException");
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.error()).isEqualTo("LimitExceededException");
        assertThat(retryAfter(right)).isPositive();
        assertThat(realm.canSignIn(erin, OLD)).isTrue();
    }

    @Test
    void wrongGuessesUnderOneNameCountUnderTheOther() {
        TestUser frank = user("frank");
        api.reset(APP, "frank");
        String code = realm.inbox().codeFor(frank);

        IntStream.range(0, 5).forEach(i -> api.confirm(APP, "frank@example.test", "0000000", NEW));

        assertThat(api.confirm(APP, "frank", code, NEW).error()).isEqualTo("CodeMismatchException");
        assertThat(realm.canSignIn(frank, OLD)).isTrue();
    }

    @Test
    void newCodesDoNotRefillTheFailuresAndWhenTheyAreUsedUpNoneIsSent() {
        realm.configure(Map.of(
                "cooldown",
                "0",
                "codes-per-account-hour",
                "1000",
                "codes-per-ip-hour",
                "1000000",
                "failures-per-account",
                "8"));
        TestUser grace = user("grace");
        for (int round = 0; round < 2; round++) {
            api.reset(APP, "grace");
            realm.inbox().codeFor(grace);
            for (int guess = 0; guess < 4; guess++) {
                assertThat(api.confirm(APP, "grace", "0000000", NEW).status()).isEqualTo(400);
            }
        }

        assertThat(api.reset(APP, "grace").status()).isEqualTo(200);

        realm.inbox().expectNoMailFor(grace.email(), Duration.ofSeconds(1));
        assertThat(realm.events(EventType.SEND_RESET_PASSWORD_ERROR))
                .anyMatch(event -> "too_many_attempts".equals(event.getError())
                        && grace.id().equals(event.getUserId()));
    }

    @Test
    void refusedConfirmationsAreFoundUnderTheUser() {
        realm.configure(Map.of("cooldown", "0", "attempts-per-code", "1"));
        TestUser uma = user("uma");
        api.confirm(APP, "uma", "0000000", NEW);
        api.reset(APP, "uma");
        String code = realm.inbox().codeFor(uma);

        api.confirm(APP, uma.email(), "0000000", NEW);
        api.confirm(APP, "uma", "0000000", NEW);
        api.confirm(APP, "uma", code, NEW);
        api.confirm(APP, "nobody-at-all", "0000000", NEW);

        assertThat(realm.events(EventType.RESET_PASSWORD_ERROR).stream()
                        .filter(event -> uma.id().equals(event.getUserId()))
                        .map(EventRepresentation::getError))
                .containsExactly("too_many_attempts", "invalid_code", "invalid_code");
        // Nobody has looked who these stood for.
        assertThat(realm.events(EventType.RESET_PASSWORD_ERROR))
                .anyMatch(event -> event.getUserId() == null
                        && "nobody-at-all".equals(event.getDetails().get("username")))
                .anyMatch(event -> event.getUserId() == null
                        && "uma".equals(event.getDetails().get("username")));
    }

    @Test
    void codesAreLongerWhileSomebodyIsGuessing() {
        realm.configure(Map.of(
                "cooldown",
                "0",
                "codes-per-account-hour",
                "1000",
                "codes-per-ip-hour",
                "1000000",
                "attempts-per-code",
                "10"));
        TestUser heidi = user("heidi");
        List<Integer> lengths = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            api.reset(APP, "heidi");
            lengths.add(realm.inbox().codeFor(heidi).length());
            IntStream.range(0, 8).forEach(i -> api.confirm(APP, "heidi", "0000000", NEW));
        }

        assertThat(lengths).containsExactly(6, 10, 10);
    }

    @Test
    void ofThirtyParallelConfirmationsOneWins() {
        realm.configure(Map.of("attempts-per-code", "10", "codes-per-ip-hour", "1000000"));
        TestUser ivan = user("ivan");
        api.reset(APP, "ivan");
        String code = realm.inbox().codeFor(ivan);

        List<Answer> answers = Crowd.of(30, i -> api.confirm(APP, "ivan", code, "Par-Pa55w0rd-" + i));

        List<Integer> winners = IntStream.range(0, 30)
                .filter(i -> answers.get(i).status() == 200)
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(realm.canSignIn(ivan, "Par-Pa55w0rd-" + winners.get(0))).isTrue();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 400, 429));
    }

    @Test
    void ofThirtyParallelGuessesFiveAreCompared() {
        user("judy");
        api.reset(APP, "judy");

        List<Answer> answers = Crowd.of(30, i -> api.confirm(APP, "judy", "0000000", NEW));

        assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(25);
    }

    @Test
    void ofThirtyParallelRequestsOneSendsACode() {
        TestUser karl = user("karl");

        List<Answer> answers = Crowd.of(30, i -> api.reset(APP, "karl"));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        realm.inbox().codeFor(karl);
        realm.inbox().expectNoMailFor(karl.email(), Duration.ofMillis(500));
    }

    private static long retryAfter(Answer answer) {
        return Long.parseLong(answer.header("Retry-After").orElseThrow());
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
