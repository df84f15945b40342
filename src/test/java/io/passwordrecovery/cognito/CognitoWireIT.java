// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The answers octet by octet: alike for all kinds of users, and JSON whatever happens. */
@MovesTheClock
@Tag("journey")
class CognitoWireIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final CognitoApi api = CognitoApi.of(realm);

    @BeforeAll
    static void longCodesAndPolicy() {
        // Twelve digits are not mistaken for another number in the log.
        realm.configure(Map.of("code-length", "12"));
        realm.passwordPolicy("length(8) and testkit-fault(undefined)");
    }

    @AfterEach
    void realTime() {
        keycloak.resetClock();
        realm.switchOn();
    }

    @Test
    void existingUnknownAndDisabledUsersAreAnsweredInTheSameForm() {
        user("exists");
        realm.user("closed")
                .email("closed@example.test")
                .password(OLD)
                .disabled()
                .create();

        List<String> existing = journey("exists");

        assertThat(existing.get(0))
                .contains("\"Destination\":\"***@***\",\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"");
        assertThat(journey("nobody")).isEqualTo(existing);
        assertThat(journey("closed")).isEqualTo(existing);
    }

    @Test
    void answersAreOctetByOctetCognitos() {
        TestUser alice = user("alice");

        Answer asked = api.forgotPassword("alice");
        Answer wrong = api.confirmForgotPassword("alice", "987654321098", NEW);
        Answer confirmed = api.confirmForgotPassword("alice", realm.inbox().codeFor(alice), NEW);

        assertThat(asked.body())
                .isEqualTo("{\"CodeDeliveryDetails\":{\"Destination\":\"***@***\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"AttributeName\":\"email\"}}");
        assertThat(asked.header("Cache-Control")).hasValue("no-store");
        assertThat(asked.header("x-amzn-RequestId"))
                .hasValueSatisfying(id -> assertThat(id).matches(UUID));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body())
                .isEqualTo("{\"__type\":\"CodeMismatchException\","
                        + "\"message\":\"Invalid verification code provided, please try again.\"}");
        assertThat(wrong.header("x-amzn-ErrorType")).hasValue("CodeMismatchException");
        assertThat(wrong.header("x-amzn-ErrorMessage"))
                .hasValue("Invalid verification code provided, please try again.");
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body()).isEqualTo("{}");
    }

    @Test
    void everyAnswerIsJson() {
        TestUser bob = user("bob");
        api.forgotPassword("bob");
        String code = realm.inbox().codeFor(bob);

        assertError(api.send("GET", "", ""), 405, "UnknownOperationException");
        assertThat(api.send("PUT", "/", "{}").header("Allow")).hasValue("POST, OPTIONS");
        assertError(api.send("DELETE", "", ""), 405, "UnknownOperationException");
        assertError(api.send("PATCH", "", "{}"), 405, "UnknownOperationException");
        assertError(api.send("POST", "/elsewhere", "{}"), 404, "UnknownOperationException");
        assertError(api.send("GET", "/else/where", ""), 404, "UnknownOperationException");
        assertError(api.with("Content-Type", "text/plain").forgotPassword("bob"), 415, "UnsupportedMediaTypeException");
        assertError(
                api.with("Accept", "text/html").confirmForgotPassword("bob", code, "fault-Pa55w0rd"),
                500,
                "InternalErrorException");
    }

    @Test
    void switchedOffTheResourceIsNotThere() {
        realm.switchOff();

        Answer answer = api.forgotPassword("alice");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().isObject()).isTrue();
    }

    @Test
    void charsetAndSpellingOfTheContentTypeDoNotMatter() {
        for (String type : List.of(CognitoApi.TYPE + "; charset=UTF-8", "Application/X-AMZ-JSON-1.1")) {
            assertThat(api.with("Content-Type", type)
                            .operation("ForgotPassword")
                            .post(Map.of())
                            .header("x-amzn-ErrorType"))
                    .hasValue("InvalidParameterException");
        }
    }

    @Test
    void logHoldsNoCodeNoPasswordNoTokenAndNoAddress() {
        TestUser carol = realm.user("carol")
                .email("carol.secret@example.test")
                .password(OLD)
                .create();
        String token = realm.tokenFor(carol);
        api.forgotPassword("carol");
        String code = realm.inbox().codeFor(carol);

        api.confirmForgotPassword("carol", "987654321098", NEW);
        api.confirmForgotPassword("carol", code, "Pa55");
        api.confirmForgotPassword("carol", code, "fault-Pa55w0rd");
        api.confirmForgotPassword("carol", code, NEW);
        api.changePassword(token, OLD, "Newer-Pa55w0rd");
        api.operation("ForgotPassword").send("POST", "", "{\"Username\":\"carol\",\"Password\":\"" + NEW + "\"");

        assertThat(keycloak.log())
                .contains("A call of the cognito resource failed")
                .doesNotContain(code, "987654321098", "Pa55", token, "carol.secret");
    }

    /** What a name gets over a whole journey, but for the two letters that differ. */
    private static List<String> journey(String username) {
        List<Answer> answers = new ArrayList<>();
        answers.add(api.forgotPassword(username));
        answers.add(api.forgotPassword(username));
        IntStream.range(0, 6).forEach(i -> answers.add(api.confirmForgotPassword(username, "987654321098", NEW)));
        keycloak.advance(Duration.ofMinutes(10));
        answers.add(api.confirmForgotPassword(username, "987654321098", NEW));
        answers.add(api.forgotPassword(username));
        keycloak.advance(Duration.ofMinutes(10));
        answers.add(api.confirmForgotPassword(username, "987654321098", NEW));
        return answers.stream().map(CognitoWireIT::form).toList();
    }

    private static String form(Answer answer) {
        return answer.status() + " " + new TreeSet<>(answer.headers().map().keySet()) + " "
                + answer.header("Content-Length") + " "
                + answer.body();
    }

    private static void assertError(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue(CognitoApi.TYPE);
        assertThat(answer.header("x-amzn-ErrorType")).hasValue(name);
        assertThat(answer.header("x-amzn-RequestId")).isPresent();
        assertThat(answer.json().path("__type").asText()).isEqualTo(name);
        assertThat(answer.json().path("message").asText()).isNotBlank();
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
