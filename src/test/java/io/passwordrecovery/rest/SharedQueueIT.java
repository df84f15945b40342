// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.EventRepresentation;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.mail.BadMailServer;
import io.passwordrecovery.testkit.mail.BadMailServer.Manner;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Realms share a node's queue: what one's mail server does is not felt in another. */
class SharedQueueIT {
    private static final int CAPACITY = 8;
    private static final String OLD = "Old-Pa55w0rd";
    /** Keycloak takes it for an address, and cannot send to it. */
    private static final String UNSENDABLE = "bob@exa$mple.test";

    @AutoClose
    static final KeycloakServer keycloak =
            KeycloakServer.start("--spi-password-recovery--default--queue-capacity=" + CAPACITY);

    @ParameterizedTest
    @EnumSource
    void codesOfAnotherRealmArriveWhateverTheMailServerOfOneDoes(Manner manner) {
        try (TestRealm good = TestRealm.create(keycloak);
                TestRealm bad = TestRealm.create(keycloak);
                BadMailServer server = BadMailServer.open(keycloak.inboxAddress(), manner)) {
            mailBy(bad, Map.of("host", keycloak.smtpHost(), "port", "" + server.port(), "from", "kc@example.test"));
            askForMany(bad);

            arrives(good);
        }
    }

    @Test
    void codesOfAnotherRealmArriveWhereOneHasNoMailServer() {
        try (TestRealm good = TestRealm.create(keycloak);
                TestRealm bad = TestRealm.create(keycloak)) {
            mailBy(bad, Map.of());
            askForMany(bad);

            arrives(good);
            await("each loss is an event").until(() -> failures(bad).size() == CAPACITY + 1);
            assertThat(failures(bad)).allSatisfy(event -> {
                assertThat(event.getError()).isEqualTo("email_send_failed");
                assertThat(event.getDetails()).containsEntry("reason", "refused");
            });
        }
    }

    @Test
    void recipientThatIsRefusedForGoodIsNotTriedAgain() {
        try (TestRealm bad = TestRealm.create(keycloak);
                BadMailServer server = BadMailServer.open(keycloak.inboxAddress(), Manner.REFUSES)) {
            mailBy(bad, Map.of("host", keycloak.smtpHost(), "port", "" + server.port(), "from", "kc@example.test"));
            TestUser carol = bad.user("carol").email("carol@example.test").create();

            bad.api().reset(APP, "carol");

            await("the loss is an event").until(() -> failures(bad).size() == 1);
            assertThat(failures(bad).get(0).getUserId()).isEqualTo(carol.id());
            assertThat(failures(bad).get(0).getDetails()).containsEntry("destination", "c***@e***");
            assertThat(server.recipients()).isEqualTo(1);
            assertThat(warnings(bad)).singleElement().asString().contains("SMTP reply 550");
            assertThat(ownLines()).noneMatch(line -> line.contains("carol@example.test"));
        }
    }

    @Test
    void manyFailuresAreOneLineOfTheLog() {
        try (TestRealm bad = TestRealm.create(keycloak);
                BadMailServer server = BadMailServer.open(keycloak.inboxAddress(), Manner.IS_BUSY)) {
            mailBy(bad, Map.of("host", keycloak.smtpHost(), "port", "" + server.port(), "from", "kc@example.test"));

            askForMany(bad);

            await("many tries").until(() -> server.recipients() > CAPACITY);
            assertThat(warnings(bad)).hasSize(1);
        }
    }

    @Test
    void accountThatNobodyCanWriteToFillsNoQueueByChangingItsPassword() {
        try (TestRealm good = TestRealm.create(keycloak);
                TestRealm other = TestRealm.create(keycloak)) {
            TestUser bob = other.user("bob").email(UNSENDABLE).password(OLD).create();

            List<Answer> answers = IntStream.range(0, 2 * CAPACITY)
                    .mapToObj(i -> other.api().update(other.tokenFor(bob), OLD, OLD))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(204));
            arrives(good);
            assertThat(other.api().reset(APP, "bob").status()).isEqualTo(200);
            await("the loss is an event")
                    .until(() -> other.events(EventType.UPDATE_CREDENTIAL_ERROR).stream()
                            .anyMatch(event -> "notice_send_failed".equals(event.getError())
                                    && bob.id().equals(event.getUserId())));
        }
    }

    @Test
    void passwordsAreChangedWhileTheRealmHasNoPlaceLeft() {
        try (TestRealm bad = TestRealm.create(keycloak);
                BadMailServer server = BadMailServer.open(keycloak.inboxAddress(), Manner.HANGS)) {
            TestUser dave =
                    bad.user("dave").email("dave@example.test").password(OLD).create();
            bad.api().reset(APP, "dave");
            String code = bad.inbox().codeFor(dave);
            mailBy(bad, Map.of("host", keycloak.smtpHost(), "port", "" + server.port(), "from", "kc@example.test"));
            askForMany(bad);

            Answer noPlace = bad.api().reset(APP, "nobody-at-all");
            Answer updated = bad.api().update(bad.tokenFor(dave), OLD, "New-Pa55w0rd");

            assertThat(noPlace.status()).isEqualTo(503);
            assertThat(updated.status()).isEqualTo(204);
            assertThat(bad.api().confirm(APP, "dave", code, "Newer-Pa55w0rd").error())
                    .as("void by now, but not for want of a place")
                    .isEqualTo("CodeMismatchException");
        }
    }

    private static void mailBy(TestRealm realm, Map<String, String> smtp) {
        realm.change(wanted -> wanted.setSmtpServer(smtp));
    }

    /** More than the queue has places; some are refused where the mail server keeps them waiting. */
    private static void askForMany(TestRealm realm) {
        for (int i = 0; i <= CAPACITY; i++) {
            realm.user("user" + i).email("user" + i + "@example.test").create();
            assertThat(realm.api().reset(APP, "user" + i).status()).isIn(200, 503);
        }
    }

    private static void arrives(TestRealm good) {
        TestUser alice = good.user("alice").email("alice@example.test").create();
        long start = System.nanoTime();

        Answer answer = good.api().reset(APP, "alice");

        assertThat(answer.status()).isEqualTo(200);
        good.inbox().codeFor(alice);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static List<EventRepresentation> failures(TestRealm realm) {
        return realm.events(EventType.SEND_RESET_PASSWORD_ERROR);
    }

    private static List<String> warnings(TestRealm realm) {
        return keycloak.log()
                .lines()
                .filter(line -> line.contains("Realm " + realm.name() + ": ") && line.contains(" WARN "))
                .toList();
    }

    private static List<String> ownLines() {
        return keycloak.log()
                .lines()
                .filter(line -> line.contains("[io.passwordrecovery"))
                .toList();
    }
}
