// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nodes that stop, crash or hang: what was accepted arrives, and no code is spent for nothing. */
@OnClusters
@ParameterizedClass
@EnumSource(Cluster.class)
class ClusterFaultsIT {
    private static final String NEW = "New-Pa55w0rd";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration STORES_PATIENCE = Duration.ofSeconds(25);

    @AutoClose
    final ClusterWorld world;

    ClusterFaultsIT(Cluster cluster) {
        world = ClusterWorld.onOrSkip(cluster);
        world.realm().configure(ClusterWorld.MANY_GUESSES);
    }

    // The mail server takes 0.3 s for each.
    @Test
    void nodeThatIsToldToStopDeliversWhatItHasAccepted() {
        List<TestUser> users = users(26);
        world.realm().inbox().hold();
        users.forEach(user ->
                assertThat(world.door(1).reset(APP, user.username()).status()).isEqualTo(200));
        assertThat(world.realm().inbox().arrived()).isZero();
        world.realm().inbox().takeEach(Duration.ofMillis(300));
        world.realm().inbox().release();

        world.nodes().second().stop();

        assertThat(users)
                .allSatisfy(user -> assertThat(world.realm().inbox().count(user.email()))
                        .as(user.username())
                        .isEqualTo(1));
    }

    @Test
    void codesOfACrashedNodeAreGoodOnTheOther() {
        List<Asked> asked = askOnSecond(8);

        world.nodes().second().kill();

        assertThat(asked).allSatisfy(one -> {
            Answer answer = within(SOON, () -> confirm(one));
            assertThat(answer.status()).isEqualTo(200);
        });
    }

    // Infinispan waits fifteen seconds for an answer, and the others forty until they go on without the silent one.
    @Test
    void nodeThatHangsCostsNoCode() {
        List<Asked> asked = askOnSecond(8);

        world.nodes().second().freeze();
        List<Answer> answers = Crowd.of(asked.size(), i -> within(STORES_PATIENCE, () -> confirm(asked.get(i))));
        world.nodes().second().kill();

        for (int i = 0; i < asked.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.status() != 200) {
                Asked one = asked.get(i);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).hasValue("10");
                Answer again = await("the cluster is whole again")
                        .until(() -> confirm(one), answerNow -> answerNow.status() != 503);
                assertThat(again.status()).as("it was not spent").isEqualTo(200);
            }
        }
    }

    private List<Asked> askOnSecond(int number) {
        List<TestUser> users = users(number);
        users.forEach(user -> world.door(1).reset(APP, user.username()));
        return users.stream()
                .map(user -> new Asked(user, world.realm().inbox().codeFor(user)))
                .toList();
    }

    private Answer confirm(Asked asked) {
        return world.door(0).confirm(APP, asked.user().username(), asked.code(), NEW);
    }

    private List<TestUser> users(int number) {
        return IntStream.range(0, number).mapToObj(i -> world.user("user" + i)).toList();
    }

    private static Answer within(Duration limit, Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
        return answer;
    }

    private record Asked(TestUser user, String code) {}
}
