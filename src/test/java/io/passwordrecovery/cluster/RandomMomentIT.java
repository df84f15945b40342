// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.ClusterNode;
import io.passwordrecovery.testkit.server.OnClusters;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The server's option {@code spread-milliseconds}: with the one second of every installation, nobody could tell. */
@OnClusters
class RandomMomentIT {
    private static final String SPREAD = "--spi-password-recovery--default--spread-milliseconds=";
    private static final Duration WEEKS = Duration.ofDays(21);

    @AutoClose
    final ClusterWorld world = ClusterWorld.onOrSkip(Cluster.EMBEDDED_CACHES);

    @Test
    void acceptedRequestWaitsForItsMomentUnlessTheNodeStops() {
        TestUser user = world.user("alice");
        ClusterNode node = world.nodes().second();
        node.stop();
        node.startAgain(SPREAD + WEEKS.toMillis());

        assertThat(world.door(node).reset(APP, user.username()).status()).isEqualTo(200);

        await("a mail would have come by now")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> world.realm().inbox().count(user.email()) == 0);
        node.stop();
        assertThat(world.realm().inbox().count(user.email())).isEqualTo(1);
    }
}
