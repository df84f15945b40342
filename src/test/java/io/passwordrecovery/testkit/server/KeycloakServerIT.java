// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.time.Duration;
import jakarta.ws.rs.ServerErrorException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.TokenEndpoint;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The testkit itself: what the other tests stand on, with each runner. */
@MovesTheClock
class KeycloakServerIT {
    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    @Test
    void userSignsInAndTheEventIsKept() {
        TestUser alice = realm.user("alice")
                .email("alice@example.test")
                .password("first-1")
                .create();

        realm.tokenFor(alice);

        assertThat(realm.canSignIn(alice, "wrong")).isFalse();
        assertThat(alice.sessions()).isEqualTo(1);
        assertThat(realm.events(EventType.LOGIN))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId()).isEqualTo(alice.id()));
    }

    @Test
    void mailOfTheServerReachesTheInboxOnceItIsNoLongerRefused() {
        TestUser carol = realm.user("carol").email("carol@example.test").create();

        realm.inbox().refuseNext(1);
        assertThatThrownBy(() -> carol.resource().sendVerifyEmail()).isInstanceOf(ServerErrorException.class);
        carol.resource().sendVerifyEmail();

        assertThat(realm.inbox().awaitMail(carol.email()).text()).contains("verify");
        assertThat(realm.inbox().refused()).isEqualTo(1);
    }

    @Test
    void codeOfAResetIsReadFromItsMail() {
        TestUser dave = realm.user("dave").email("dave@example.test").create();

        Answer answer = realm.api().reset(TestRealm.APP, "dave");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(realm.inbox().codeFor(dave)).hasSize(6);
    }

    @Test
    void clockMovesTheEndOfTokens() {
        TestUser bob =
                realm.user("bob").email("bob@example.test").password("first-1").create();
        TokenEndpoint.Tokens tokens = realm.tokens().signIn("bob", bob.password());

        keycloak.advance(Duration.ofDays(2));
        int later = realm.tokens().refresh(tokens.refresh()).status();
        keycloak.resetClock();

        assertThat(later).isEqualTo(400);
    }

    @Test
    void clockMovesTheEndOfEntriesInTheCaches() {
        TestUser erin = realm.user("erin").email("erin@example.test").create();
        realm.api().reset(TestRealm.APP, "erin");
        realm.inbox().awaitMail(erin.email());

        keycloak.advance(Duration.ofSeconds(31)); // the cooldown, an entry of thirty seconds
        realm.api().reset(TestRealm.APP, "erin");

        assertThat(realm.inbox().awaitMail(erin.email()).code()).isPresent();
        keycloak.resetClock();
    }

    @Test
    void metricsAndLogCanBeRead() {
        assertThat(keycloak.metrics()).contains("jvm_memory_used_bytes");
        assertThat(keycloak.log()).contains("Keycloak 26");
    }
}
