// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Web pages call for a client from the origins that it lists, and from no other. */
class CorsIT {
    static final String ALLOWED = TestRealm.APP_ORIGIN;
    static final String STRANGE = "https://evil.example.test";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @Test
    void pageOfAListedOriginMayCall() {
        Answer preflight = api.preflight("reset", ALLOWED);
        Answer called = api.with("Origin", ALLOWED).reset(APP, "nobody");
        Answer refused = api.with("Origin", ALLOWED).reset("unknown", "nobody");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).hasValue(ALLOWED);
        assertThat(preflight.header("Access-Control-Allow-Headers")).hasValue("content-type,authorization");
        assertThat(preflight.header("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        assertThat(List.of(called, refused)).allSatisfy(answer -> {
            assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(ALLOWED);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .hasValueSatisfying(headers -> assertThat(headers).contains("Retry-After"));
            assertThat(answer.header("Vary")).hasValue("Origin");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        });
    }

    @Test
    void pageOfAnotherOriginIsRefusedAndNothingIsDone() {
        realm.user("alice").email("alice@example.test").create();

        Answer preflight = api.preflight("reset", STRANGE);
        Answer refused = api.with("Origin", STRANGE).reset(APP, "alice");

        // as Keycloak's own: a preflight names no client, and asking all of them is work for anybody's asking
        assertThat(preflight.header("Access-Control-Allow-Origin")).hasValue(STRANGE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("OriginNotAllowed");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(api.with("Origin", "null").reset(APP, "alice").status()).isEqualTo(403);
        realm.inbox().expectNoMailFor("alice@example.test", Duration.ofMillis(500));
    }

    @Test
    void originOfADisabledClientIsNoLongerAllowed() {
        realm.client("gone", client -> {
            client.setEnabled(false);
            client.setWebOrigins(List.of("https://gone.example.test"));
        });

        assertThat(api.with("Origin", "https://gone.example.test")
                        .reset(APP, "nobody2")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void originOfAnotherClientIsNotThisClients() {
        realm.client("neighbour", client -> client.setWebOrigins(List.of("https://neighbour.example.test")));
        RestApi page = api.with("Origin", "https://neighbour.example.test");

        assertThat(page.reset(APP, "nobody4").status()).isEqualTo(403);
        assertThat(page.reset("neighbour", "nobody4").status()).isEqualTo(200);
    }

    @Test
    void tokenIsForThePagesOfTheClientThatItWasIssuedTo() {
        TestUser carol = realm.user("carol")
                .email("carol@example.test")
                .password("Old-Pa55w0rd")
                .create();
        String token = realm.tokenFor(carol);

        Answer refused = api.with("Origin", STRANGE).update(token, "Old-Pa55w0rd", "New-Pa55w0rd");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("OriginNotAllowed");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(api.with("Origin", ALLOWED)
                        .update(token, "Old-Pa55w0rd", "New-Pa55w0rd")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatIsWrongWithACallCanBeReadByThePageThatMadeIt() {
        RestApi page = api.with("Origin", STRANGE);

        List<Answer> answers = List.of(
                page.reset("stranger", "nobody"),
                page.post("reset", Map.of()),
                page.post("update", Map.of()),
                page.get("policy"));

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(STRANGE));
    }

    @Test
    void originsOfRedirectUrisCountWhereTheClientSaysSo() {
        realm.client("plus", client -> client.setWebOrigins(List.of("+")));

        assertThat(api.with("Origin", "https://plus.example.test")
                        .reset("plus", "nobody3")
                        .status())
                .isEqualTo(200);
    }
}
