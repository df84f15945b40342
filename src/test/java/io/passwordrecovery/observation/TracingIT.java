// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.mail.BadMailServer;
import io.passwordrecovery.testkit.mail.BadMailServer.Manner;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.KeycloakWithOptions;
import io.passwordrecovery.testkit.tracing.OtlpReceiver;
import io.passwordrecovery.testkit.tracing.OtlpSpan;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A server with tracing, and with metrics by realm: spans say what was done, and nothing about anybody. */
class TracingIT {
    private static final Duration EXPORT = Duration.ofSeconds(40);

    static final OtlpReceiver receiver = KeycloakWithOptions.traces();
    static final KeycloakServer keycloak = KeycloakWithOptions.server();

    @Test
    void requestIsFollowedToItsMessageAndNobodyIsNamed() {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            TestUser alice = realm.user("alice").email("alice@example.test").create();
            realm.api().reset(APP, "alice");
            realm.inbox().codeFor(alice);
            realm.api().confirm(APP, "alice", "000000", "New-Pa55w0rd");

            await("the spans")
                    .atMost(EXPORT)
                    .untilAsserted(() -> assertThat(of(realm))
                            .extracting(OtlpSpan::name)
                            .contains(
                                    "password_recovery.reset",
                                    "password_recovery.confirm",
                                    "password_recovery.deliver"));

            assertThat(named(realm, "password_recovery.confirm").attributes())
                    .isEqualTo(Map.of(
                            "password_recovery.door", "rest",
                            "password_recovery.operation", "confirm",
                            "password_recovery.outcome", "wrong_code",
                            "kc.realmName", realm.name()));
            OtlpSpan delivery = named(realm, "password_recovery.deliver");
            assertThat(delivery.attributes())
                    .isEqualTo(Map.of(
                            "password_recovery.message", "code",
                            "password_recovery.medium", "email",
                            "kc.realmName", realm.name()));
            assertThat(delivery.links())
                    .containsExactly(named(realm, "password_recovery.reset").trace());
            assertThat(receiver.own().toString()).doesNotContain("alice", "example.test");
        }
    }

    // A mail server quotes the address that it refuses.
    @Test
    void failureTellsItsClassAndNotItsText() {
        try (TestRealm realm = TestRealm.create(keycloak);
                BadMailServer server = BadMailServer.open(keycloak.inboxAddress(), Manner.REFUSES)) {
            realm.change(wanted -> wanted.setSmtpServer(
                    Map.of("host", keycloak.smtpHost(), "port", "" + server.port(), "from", "kc@example.test")));
            realm.user("bob").email("bob@example.test").create();

            realm.api().reset(APP, "bob");

            await("the span")
                    .atMost(EXPORT)
                    .untilAsserted(() ->
                            assertThat(of(realm)).extracting(OtlpSpan::name).contains("password_recovery.deliver"));
            OtlpSpan delivery = named(realm, "password_recovery.deliver");
            assertThat(delivery.attributes())
                    .containsEntry("error.type", "io.passwordrecovery.delivery.DeliveryException");
            assertThat(delivery.status()).as("an error without a text").isEqualTo("!");
            assertThat(delivery.events()).as("no exception is told").isZero();
            assertThat(receiver.own().toString()).doesNotContain("bob");
        }
    }

    @Test
    void metricsNameTheRealmWhereTheServerIsToldTo() {
        try (TestRealm realm = TestRealm.create(keycloak)) {
            realm.api().reset(APP, "nobody");
            realm.api().reset("no-client", "nobody");

            Scrape scrape = Scrape.of(keycloak.metrics());

            assertThat(scrape.labels().get("password_recovery_calls_seconds_count"))
                    .isEqualTo(Set.of("door", "operation", "outcome", "realm"));
            assertThat(scrape.sum(
                            "password_recovery_calls_seconds_count",
                            Map.of("realm", realm.name(), "operation", "reset", "outcome", "ok")))
                    .isEqualTo(1);
        }
    }

    private static List<OtlpSpan> of(TestRealm realm) {
        return receiver.own().stream()
                .filter(span -> realm.name().equals(span.attributes().get("kc.realmName")))
                .toList();
    }

    private static OtlpSpan named(TestRealm realm, String name) {
        return of(realm).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
