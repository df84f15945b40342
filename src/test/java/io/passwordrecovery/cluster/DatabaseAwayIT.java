// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.FormClient;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.realm.TestApp;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;
import io.passwordrecovery.testkit.server.Postgres;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak's database goes away under running nodes, and comes back. */
@OnClusters
@ParameterizedClass
@EnumSource(Cluster.class)
class DatabaseAwayIT {
    private static final String NEW = "New-Pa55w0rd";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final boolean isStoreAwayToo;
    private final Postgres database;

    @AutoClose
    final ClusterWorld world;

    @AutoClose
    final TestApp app;

    DatabaseAwayIT(Cluster cluster) {
        isStoreAwayToo = cluster == Cluster.STATELESS;
        world = ClusterWorld.onOrSkip(cluster);
        database = world.nodes().database();
        world.realm().configure(Map.of("cooldown", "0", "attempts-per-code", "2"));
        world.realm().resetByCode();
        app = TestApp.create(world.realm());
    }

    @Test
    void everyDoorSaysWhenToComeBackAndNeitherCodeNorAttemptIsLost() {
        TestRealm realm = world.realm();
        TestUser alice = world.user("alice");
        TestUser bob = world.user("bob");
        realm.api().reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);
        String token = realm.tokenFor(alice);
        FormClient page = codePage();
        String bobsGuess =
                "{\"ClientId\":\"%s\",\"Username\":\"bob\",\"ConfirmationCode\":\"0000000\",\"Password\":\"%s\"}"
                        .formatted(APP, NEW);
        database.kill();

        List<Answer> answers = new ArrayList<>(List.of(
                // compared, and counted, where the store is not away
                soon(() -> realm.api().confirm(APP, "alice", "0000000", NEW)),
                soon(() -> realm.api().confirm(APP, "alice", code, NEW)),
                soon(() -> realm.api().confirm(APP, "nobody", code, NEW)),
                soon(() -> realm.api().update(token, ClusterWorld.OLD, NEW)),
                soon(() -> cognito("ConfirmForgotPassword", bobsGuess))));
        // Where the login itself is in the database, the page is Keycloak's own error.
        if (!isStoreAwayToo) {
            answers.add(soon(() -> page.submit(Map.of("code", "0000000")).answer()));
        }
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
        assertThat(List.of(asked.status(), askedByCognito.status())).containsOnly(isStoreAwayToo ? 503 : 200);
        if (!isStoreAwayToo) {
            realm.inbox().codeFor(bob);
        }
        Answer right = realm.api().confirm(APP, "alice", code, NEW);
        assertThat(right.status()).as(right.body()).isEqualTo(200);
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
    }

    private static Answer soon(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    // The page before it is Keycloak's own, and ends as Keycloak has it.
    private FormClient codePage() {
        return new FormClient()
                .open(URI.create(app.signIn("state")))
                .follow("reset-credentials")
                .submit(Map.of("username", "carol"));
    }

    private Answer cognito(String operation, String body) {
        URI cognito = URI.create(world.realm().url() + "/cognito");
        return Http.send(HttpRequest.newBuilder(cognito)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
