// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.Postgres;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's database goes away under a running server, and comes back. */
class DatabaseAwayIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final Duration SOON = Duration.ofSeconds(5);

    static Postgres database;
    static KeycloakServer keycloak;
    static TestRealm realm;
    static TestApp app;
    static TestUser alice;
    static TestUser bob;

    @BeforeAll
    static void start() {
        database = Postgres.startOrSkip("Tests without a database");
        keycloak = KeycloakServer.startHere(database.keycloakOptions());
        realm = TestRealm.create(keycloak);
        realm.configure(Map.of("cooldown", "0", "attempts-per-code", "2"));
        realm.resetByCode();
        app = TestApp.create(realm);
        alice = realm.user("alice").email("alice@example.test").password(OLD).create();
        bob = realm.user("bob").email("bob@example.test").create();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            realm.close();
            app.close();
            keycloak.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void everyDoorSaysWhenToComeBackAndNeitherCodeNorAttemptIsLost() {
        realm.api().reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);
        String token = realm.tokenFor(alice);
        FormClient page = codePage();
        String bobsGuess =
                "{\"ClientId\":\"%s\",\"Username\":\"bob\",\"ConfirmationCode\":\"0000000\",\"Password\":\"%s\"}"
                        .formatted(APP, NEW);
        database.kill();

        List<Answer> answers = List.of(
                // compared, and counted: the store is not away
                soon(() -> realm.api().confirm(APP, "alice", "0000000", NEW)),
                soon(() -> realm.api().confirm(APP, "alice", code, NEW)),
                soon(() -> realm.api().confirm(APP, "nobody", code, NEW)),
                soon(() -> realm.api().update(token, OLD, NEW)),
                soon(() -> cognito("ConfirmForgotPassword", bobsGuess)),
                soon(() -> page.submit(Map.of("code", "0000000")).answer()));
        Answer asked = soon(() -> realm.api().reset(APP, "nobody"));
        Answer askedByCognito =
                soon(() -> cognito("ForgotPassword", "{\"ClientId\":\"" + APP + "\",\"Username\":\"bob\"}"));
        database.startAgain();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).hasValue("10");
        });
        assertThat(answers.get(0).error()).isEqualTo("ServiceUnavailable");
        assertThat(answers.get(4).json().path("__type").asText()).isEqualTo("ServiceUnavailable");
        // Nobody has to be looked up before the answer: it is done when the database is back.
        assertThat(List.of(asked.status(), askedByCognito.status())).containsOnly(200);
        realm.inbox().codeFor(bob);
        assertThat(realm.api().confirm(APP, "alice", code, NEW).status()).isEqualTo(200);
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
    }

    private static Answer soon(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    // The page before it is Keycloak's own, and ends as Keycloak has it.
    private static FormClient codePage() {
        return new FormClient()
                .open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", "carol"));
    }

    private static Answer cognito(String operation, String body) {
        URI cognito = URI.create(keycloak.url() + "/realms/" + realm.name() + "/cognito");
        return Http.send(HttpRequest.newBuilder(cognito)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
