// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Both nodes are restarted one after the other while people recover, as a load balancer lets them: nobody is lost. */
@OnClusters
@ParameterizedClass
@EnumSource(Cluster.class)
class RollingRestartIT {
    private static final int USERS = 200;
    private static final String NEW = "New-Pa55w0rd";

    @AutoClose
    final ClusterWorld world;

    RollingRestartIT(Cluster cluster) {
        world = ClusterWorld.onOrSkip(cluster);
        world.realm().configure(ClusterWorld.MANY_GUESSES);
    }

    @Test
    void everybodyRecoversMeanwhile() throws InterruptedException {
        List<TestUser> users = IntStream.range(0, USERS).mapToObj(this::user).toList();
        CompletableFuture<Void> restart =
                CompletableFuture.runAsync(() -> world.nodes().both().forEach(node -> {
                    node.stop();
                    node.startAgain();
                }));

        int recovered = 0;
        for (int i = 0; i < USERS && !(restart.isDone() && i > 10); i++) {
            TestUser user = users.get(i);
            Answer asked = balanced(i, door -> door.reset(APP, user.username()));
            assertThat(asked.status()).as(user.username()).isEqualTo(200);
            String code = world.realm().inbox().codeFor(user);
            Answer confirmed = balanced(i + 1, door -> door.confirm(APP, user.username(), code, NEW));
            assertThat(confirmed.status()).as(user.username()).isEqualTo(200);
            recovered++;
            TimeUnit.MILLISECONDS.sleep(200);
        }
        restart.join();

        assertThat(recovered).isGreaterThan(10);
    }

    // Without an old password: hashing so many would take longer than the restart.
    private TestUser user(int number) {
        return world.realm()
                .user("user" + number)
                .email("user" + number + "@example.test")
                .create();
    }

    // Whoever a node does not serve is sent to the other one.
    private Answer balanced(int number, Function<RestApi, Answer> call) {
        Answer[] answer = new Answer[1];
        int[] node = {number};
        await("a node serves").pollDelay(Duration.ZERO).until(() -> {
            try {
                answer[0] = call.apply(world.door(node[0]++));
                return answer[0].status() < 500;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
        return answer[0];
    }
}
