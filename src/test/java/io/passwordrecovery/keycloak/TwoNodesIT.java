// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.ws.rs.BadRequestException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.events.EventType;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.TwoNodes;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** What two nodes of a cluster count together: codes, guesses and text messages, each reached and never exceeded by one. */
@CountedByTheHour
@ResourceLock("directories of two nodes")
class TwoNodesIT {
    private static final int USERS = 48;
    private static final Map<String, String> WIDE = Map.of(
            "cooldown", "0",
            "codes-per-ip-hour", "1000000",
            "codes-per-account-hour", "1000",
            "sms-per-number", "1000,1000",
            "sms-per-account", "1000,1000",
            "sms-per-ip", "1000,1000",
            "sms-per-country", "1000,1000");

    private static final Map<String, String> MANY_GUESSES =
            Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000");

    @AutoClose
    static final TwoNodes cluster = TwoNodes.startOrSkip();

    @Test
    void realmsCapOfADayHoldsOnBothNodesTogether() throws InterruptedException {
        try (TestRealm realm = realm("sms-per-day", "17")) {
            assertThat(cluster.areOneCluster()).as("two nodes in one cluster").isTrue();

            askForEverybodyAtOnce(realm);

            assertThat(numbersSentTo(realm)).hasSize(17).doesNotHaveDuplicates();
            assertThat(cappedBy(realm, "realm")).isEqualTo(USERS - 17);
        }
    }

    @Test
    void countrysCapOfAnHourHoldsOnBothNodesTogether() throws InterruptedException {
        try (TestRealm realm = realm("sms-per-country", "11,1000")) {
            askForEverybodyAtOnce(realm);

            assertThat(numbersSentTo(realm)).hasSize(11).doesNotHaveDuplicates();
            assertThat(cappedBy(realm, "country")).isEqualTo(USERS - 11);
        }
    }

    @Test
    void oneOfFiftyParallelConfirmationsOnBothNodesWins() throws InterruptedException {
        try (TestRealm realm = TestRealm.create(cluster.nodes().get(0))) {
            realm.configure(MANY_GUESSES);
            for (int round = 0; round < 20; round++) {
                TestUser user = mailed(realm, "user" + round);
                doors(realm).get(round % 2).reset(APP, user.username());
                String code = realm.inbox().codeFor(user);

                List<Answer> answers =
                        Crowd.of(50, i -> doors(realm).get(i % 2).confirm(APP, user.username(), code, password(i)));

                List<Integer> winners = IntStream.range(0, 50)
                        .filter(i -> answers.get(i).status() == 200)
                        .boxed()
                        .toList();
                assertThat(winners).as("round %d", round).hasSize(1);
                assertThat(realm.canSignIn(user, password(winners.get(0)))).isTrue();
            }
        }
    }

    @Test
    void guessesOnBothNodesAreCountedTogether() throws InterruptedException {
        try (TestRealm realm = TestRealm.create(cluster.nodes().get(0))) {
            realm.configure(MANY_GUESSES);
            TestUser alice = mailed(realm, "alice");
            doors(realm).get(0).reset(APP, "alice");
            String code = realm.inbox().codeFor(alice);

            List<Answer> guesses =
                    Crowd.of(40, i -> doors(realm).get(i % 2).confirm(APP, "alice", "0000000", password(i)));

            assertThat(guesses)
                    .filteredOn(answer -> "CodeMismatchException".equals(answer.error()))
                    .hasSize(5);
            assertThat(doors(realm)
                            .get(1)
                            .confirm(APP, "alice", code, password(0))
                            .status())
                    .isNotEqualTo(200);
        }
    }

    // Its messages, codes and all, would be in a production server's log.
    @Test
    void logGatewayIsRefusedInProductionMode() {
        try (TestRealm realm = TestRealm.create(cluster.nodes().get(0))) {
            BadRequestException refused = catchThrowableOfType(
                    BadRequestException.class, () -> realm.configure(Map.of("sms-gateway", "log")));

            assertThat(refused.getResponse().readEntity(String.class))
                    .contains("sms-gateway log: gateway log works in development mode only");
        }
    }

    @Test
    void startingNodeNamesTheRealmThatCannotSend() {
        RealmRepresentation imported = new RealmRepresentation();
        imported.setRealm("imported-with-a-pigeon");
        RequiredActionProviderRepresentation action = new RequiredActionProviderRepresentation();
        action.setAlias("CHANGE_PASSWORD");
        action.setProviderId("CHANGE_PASSWORD");
        action.setName("Change password");
        action.setEnabled(true);
        action.setConfig(Map.of("sms-gateway", "pigeon"));
        imported.setRequiredActions(List.of(action));
        cluster.nodes().get(0).admin().realms().create(imported);

        cluster.restartSecond();

        assertThat(cluster.nodes().get(1).log())
                .contains("Realm imported-with-a-pigeon sends no text messages: sms-gateway pigeon is not installed");
    }

    private static TestRealm realm(String key, String value) {
        TestRealm realm = TestRealm.create(cluster.nodes().get(0));
        Map<String, String> settings = new HashMap<>(WIDE);
        settings.put(key, value);
        realm.withPhones(settings);
        for (int i = 0; i < USERS; i++) {
            realm.user("user" + i).phone(number(i)).create();
        }
        return realm;
    }

    private static TestUser mailed(TestRealm realm, String name) {
        return realm.user(name)
                .email(name + "@example.test")
                .password("Old-Pa55w0rd")
                .create();
    }

    private static String password(int number) {
        return "New-Pa55w0rd-" + number;
    }

    private static List<RestApi> doors(TestRealm realm) {
        return cluster.nodes().stream()
                .map(node -> new RestApi(URI.create(node.url() + "/realms/" + realm.name() + "/password"), Map.of()))
                .toList();
    }

    private static void askForEverybodyAtOnce(TestRealm realm) throws InterruptedException {
        List<RestApi> doors = doors(realm);

        List<Answer> answers =
                Crowd.of(USERS, i -> doors.get(i % 2).from("198.51.100." + i).reset(APP, "user" + i));

        // what is told does not depend on the cap
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"deliveryMedium\":\"SMS\"");
        });
        await("both queues are empty").until(() -> cluster.nodes().stream().allMatch(TwoNodesIT::isIdle));
        TimeUnit.SECONDS.sleep(1);
    }

    private static boolean isIdle(KeycloakServer node) {
        return node.metrics()
                .lines()
                .filter(line -> line.startsWith("password_recovery_delivery_queue"))
                .allMatch(line -> line.endsWith(" 0.0"));
    }

    private static Stream<String> numbersSentTo(TestRealm realm) {
        return Stream.iterate(0, i -> i < USERS, i -> i + 1)
                .map(TwoNodesIT::number)
                .flatMap(number -> realm.texts().posts(number).stream().map(post -> number));
    }

    private static long cappedBy(TestRealm realm, String limit) {
        return realm.events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                .filter(event -> "sms_limit_reached".equals(event.getError()))
                .filter(event -> limit.equals(event.getDetails().get("sms_limit")))
                .count();
    }

    private static String number(int i) {
        return "+1201555%04d".formatted(100 + i);
    }
}
