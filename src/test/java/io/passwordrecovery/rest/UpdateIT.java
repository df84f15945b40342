// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A signed-in user changes the password, and nobody else does. */
@MovesTheClock
@Tag("journey")
class UpdateIT {
    static final String OLD = "Old-Pa55w0rd";
    static final String NEW = "New-Pa55w0rd";
    static final String WRONG = "Wrong-Pa55w0rd";

    static final KeycloakServer keycloak = KeycloakServer.withMovableClock();

    @AutoClose
    static final TestRealm realm = TestRealm.create(keycloak);

    static final RestApi api = realm.api();

    @AfterEach
    void realTime() {
        keycloak.resetClock();
    }

    @Test
    void userWithTheOldPasswordSetsANewOne() {
        TestUser alice = user("alice");

        Answer updated = api.update(realm.tokenFor(alice), OLD, NEW);

        assertThat(updated.status()).isEqualTo(204);
        assertThat(updated.body()).isEmpty();
        assertThat(realm.canSignIn(alice, NEW)).isTrue();
        assertThat(realm.inbox().awaitMail(alice.email()).subject()).isEqualTo("Your password was changed");
        assertThat(realm.events(EventType.UPDATE_CREDENTIAL))
                .anySatisfy(event -> assertThat(event.getUserId()).isEqualTo(alice.id()));
    }

    @Test
    void wrongOldPasswordIsRefused() {
        TestUser bob = user("bob");

        Answer refused = api.update(realm.tokenFor(bob), WRONG, NEW);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("NotAuthorizedException");
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer realm="));
        assertThat(realm.canSignIn(bob, OLD)).isTrue();
    }

    @Test
    void wrongOldPasswordsLockTheAccountAsKeycloakWould() {
        realm.bruteForce(3, false);
        TestUser carol = user("carol");
        String token = realm.tokenFor(carol);

        for (int failure = 1; failure <= 3; failure++) {
            int counted = failure;
            api.update(token, WRONG, NEW);
            // Keycloak counts beside the request, and of two failures at once perhaps one
            await().untilAsserted(() -> assertThat(carol.failedSignIns()).isEqualTo(counted));
        }
        await().until(carol::isLockedOut);
        Answer right = api.update(token, OLD, NEW);
        // It takes as long as if it were counted; counted, it would lock its owner out for longer.
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(carol.failedSignIns()).isEqualTo(3));
        realm.change(r -> r.setBruteForceProtected(false));

        assertThat(right.status()).isEqualTo(401);
        assertThat(right.error()).isEqualTo("NotAuthorizedException");
        assertThat(realm.canSignIn(carol, OLD)).isTrue();
    }

    @Test
    void guessingWithAStolenTokenEndsWithoutBruteForceProtectionToo() {
        realm.configure(Map.of("failures-per-account", "5"));
        TestUser dave = user("dave");
        String token = realm.tokenFor(dave);

        List<Integer> statuses = Crowd.of(8, i -> api.update(token, WRONG, NEW).status());
        Answer right = api.update(token, OLD, NEW);
        realm.configure(Map.of());

        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.error()).isEqualTo("LimitExceededException");
        // until the first of the five is forgotten, "failures-forgotten-after"
        assertThat(Long.parseLong(right.header("Retry-After").orElseThrow())).isBetween(86_300L, 86_400L);
    }

    @Test
    void weakPasswordIsRefusedWithEveryBrokenRule() {
        realm.passwordPolicy("length(12) and upperCase(2)");
        TestUser erin = realm.user("erin")
                .email("erin@example.test")
                .password("OLD-Pa55w0rd!")
                .create();

        Answer refused = api.update(realm.tokenFor(erin), "OLD-Pa55w0rd!", "short");
        realm.passwordPolicy("");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("violations")).hasSize(2);
    }

    @Nested
    class Refuses {
        final TestUser frank = user("u" + UUID.randomUUID().toString().substring(0, 8));

        @Test
        void noToken() {
            Answer refused = api.post("update", Map.of("oldPassword", OLD, "newPassword", NEW));

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).hasValue("Bearer realm=\"" + realm.name() + "\"");
        }

        @Test
        void garbage() {
            assertRefused("garbage", "invalid_token");
        }

        @Test
        void tokenOfAnotherRealm() {
            try (TestRealm other = TestRealm.create(keycloak)) {
                TestUser stranger = other.user("stranger")
                        .email("s@example.test")
                        .password(OLD)
                        .create();

                assertRefused(other.tokenFor(stranger), "invalid_token");
            }
        }

        @Test
        void expiredToken() {
            String token = realm.tokenFor(frank);

            keycloak.advance(Duration.ofHours(2));

            assertRefused(token, "invalid_token");
        }

        @Test
        void tokenOfAnEndedSession() {
            String token = realm.tokenFor(frank);

            frank.resource().logout();

            assertRefused(token, "invalid_token");
        }

        @Test
        void tokenOfADisabledUser() {
            String token = realm.tokenFor(frank);

            frank.change(user -> user.setEnabled(false));

            assertRefused(token, "invalid_token");
        }

        @Test
        void tokenWithoutTheRole() {
            realm.client("narrow", client -> client.setFullScopeAllowed(false));
            String token = realm.tokens()
                    .of("narrow", "")
                    .signIn(frank.username(), OLD)
                    .access();

            assertRefused(token, "insufficient_scope");
        }

        // As Keycloak issues them to clients that show a certificate: here whoever calls shows none.
        @Test
        void tokenThatIsBoundToACertificate() {
            ProtocolMapperRepresentation bound = new ProtocolMapperRepresentation();
            bound.setName("bound");
            bound.setProtocol("openid-connect");
            bound.setProtocolMapper("oidc-hardcoded-claim-mapper");
            bound.setConfig(Map.of(
                    "claim.name", "cnf.x5t#S256",
                    "claim.value", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2",
                    "jsonType.label", "String",
                    "access.token.claim", "true"));
            realm.client("bound", client -> client.setProtocolMappers(List.of(bound)));
            String token =
                    realm.tokens().of("bound", "").signIn(frank.username(), OLD).access();

            assertRefused(token, "invalid_token");
        }

        @Test
        void refreshToken() {
            assertRefused(realm.tokens().signIn(frank.username(), OLD).refresh(), "invalid_token");
        }

        @Test
        void serviceAccount() {
            realm.client("robot", client -> {
                client.setPublicClient(false);
                client.setSecret("robot-secret");
                client.setServiceAccountsEnabled(true);
            });
            String token = realm.tokens()
                    .of("robot", "robot-secret")
                    .serviceAccount()
                    .json()
                    .path("access_token")
                    .asText();

            assertThat(api.update(token, OLD, NEW).status()).isEqualTo(401);
        }

        private void assertRefused(String token, String code) {
            Answer refused = api.update(token, OLD, NEW);

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.error()).isEqualTo("NotAuthorizedException");
            assertThat(refused.header("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).contains("error=\"" + code + "\""));
        }
    }

    private static TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }
}
