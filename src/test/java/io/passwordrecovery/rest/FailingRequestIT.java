// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A request that breaks down neither gives a guess back nor eats a code. */
class FailingRequestIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";

    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    static final RestApi api = realm.api();

    @BeforeAll
    static void withoutWaiting() {
        realm.configure(Map.of("cooldown", "0"));
        realm.passwordPolicy("testkit-fault(undefined)");
    }

    @Test
    void guessIsCountedEvenWhenTheRequestFailsAfterwards() {
        TestUser alice = user("alice");
        api.reset(APP, "alice");
        String code = realm.inbox().codeFor(alice);

        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(confirmAndFail("alice", "0000000").status()).isEqualTo(500));

        assertThat(api.confirm(APP, "alice", code, NEW).error()).isEqualTo("LimitExceededException");
    }

    @Test
    void codeIsStillGoodWhenThePasswordCouldNotBeSet() {
        TestUser bob = user("bob");
        api.reset(APP, "bob");
        String code = realm.inbox().codeFor(bob);

        Answer failed = api.confirm(APP, "bob", code, "fault-Pa55w0rd");
        Answer confirmed = api.confirm(APP, "bob", code, NEW);

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.header("Content-Type")).hasValue("application/problem+json");
        assertThat(failed.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"Something went wrong. Please try again later.\","
                        + "\"error\":\"InternalErrorException\"}");
        assertThat(confirmed.status()).isEqualTo(200);
    }

    @Test
    void passwordOnceSetStaysSetWhenTheRequestFailsAfterwardsAndTheCodeIsSpent() {
        TestUser carol = user("carol");
        api.reset(APP, "carol");
        String code = realm.inbox().codeFor(carol);

        confirmAndFail("carol", code);

        assertThat(realm.canSignIn(carol, NEW)).isTrue();
        assertThat(api.confirm(APP, "carol", code, OLD).error()).isEqualTo("CodeMismatchException");
    }

    @Test
    void whatFollowsAResetIsNotLostWithTheRequest() {
        TestUser dave = user("dave");
        var thief = realm.tokens().signIn("dave", OLD);
        api.reset(APP, "dave");
        String code = realm.inbox().codeFor(dave);

        Answer failed = confirmAndFail("dave", code);

        assertThat(failed.status()).isEqualTo(500);
        assertThat(dave.sessions()).isZero();
        assertThat(realm.tokens().refresh(thief.refresh()).status()).isEqualTo(400);
        assertThat(realm.inbox().awaitMail(dave.email()).subject()).isEqualTo("Your password was changed");
        assertThat(realm.events(EventType.RESET_PASSWORD))
                .anySatisfy(event -> assertThat(event.getUserId()).isEqualTo(dave.id()));
    }

    private static Answer confirmAndFail(String username, String code) {
        URI uri = URI.create(realm.keycloak().url() + "/realms/" + realm.name()
                + "/testkit-product/failing-confirmation?username=" + username + "&code=" + code + "&password=" + NEW);
        return Http.send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
