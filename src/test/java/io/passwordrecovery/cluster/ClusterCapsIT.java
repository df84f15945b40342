// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.events.EventType;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.CountedByTheHour;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** Caps on text messages: reached by two nodes together, and never exceeded by one. */
@CountedByTheHour(seconds = 30)
@OnClusters
@ParameterizedClass
@EnumSource(Cluster.class)
class ClusterCapsIT {
    private static final int USERS = 48;
    private static final Map<String, String> WIDE = Map.of(
            "cooldown", "0",
            "codes-per-ip-hour", "1000000",
            "codes-per-account-hour", "1000",
            "sms-per-number", "1000,1000",
            "sms-per-account", "1000,1000",
            "sms-per-ip", "1000,1000",
            "sms-per-country", "1000,1000");

    @AutoClose
    final ClusterWorld world;

    ClusterCapsIT(Cluster cluster) {
        world = ClusterWorld.onOrSkip(cluster);
        if (cluster == Cluster.EMBEDDED_CACHES) {
            assertThat(world.nodes().areOneCluster())
                    .as("two nodes in one cluster")
                    .isTrue();
        }
    }

    @Test
    void realmsCapOfADayHoldsOnBothNodesTogether() throws InterruptedException {
        givenUsersAndCap("sms-per-day", "17");

        askForEverybodyAtOnce();

        assertThat(numbersSentTo()).hasSize(17).doesNotHaveDuplicates();
        assertThat(cappedBy("realm")).isEqualTo(USERS - 17);
    }

    @Test
    void countrysCapOfAnHourHoldsOnBothNodesTogether() throws InterruptedException {
        givenUsersAndCap("sms-per-country", "11,1000");

        askForEverybodyAtOnce();

        assertThat(numbersSentTo()).hasSize(11).doesNotHaveDuplicates();
        assertThat(cappedBy("country")).isEqualTo(USERS - 11);
    }

    private void givenUsersAndCap(String key, String value) {
        Map<String, String> settings = new HashMap<>(WIDE);
        settings.put(key, value);
        world.realm().withPhones(settings);
        for (int i = 0; i < USERS; i++) {
            world.realm().user("user" + i).phone(number(i)).create();
        }
    }

    private void askForEverybodyAtOnce() throws InterruptedException {
        List<Answer> answers =
                Crowd.of(USERS, i -> world.door(i).from("198.51.100." + i).reset(APP, "user" + i));

        // what is told does not depend on the cap
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"deliveryMedium\":\"SMS\"");
        });
        world.awaitIdle();
        TimeUnit.SECONDS.sleep(1);
    }

    private Stream<String> numbersSentTo() {
        return IntStream.range(0, USERS)
                .mapToObj(ClusterCapsIT::number)
                .flatMap(number -> world.realm().texts().posts(number).stream().map(post -> number));
    }

    private long cappedBy(String limit) {
        return world.realm().events(EventType.SEND_RESET_PASSWORD_ERROR).stream()
                .filter(event -> "sms_limit_reached".equals(event.getError()))
                .filter(event -> limit.equals(event.getDetails().get("sms_limit")))
                .count();
    }

    private static String number(int i) {
        return "+1201555%04d".formatted(100 + i);
    }
}
