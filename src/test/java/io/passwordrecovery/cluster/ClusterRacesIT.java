// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.util.List;
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

/** Two nodes compare and spend codes as one does. */
@OnClusters
@ParameterizedClass
@EnumSource(Cluster.class)
class ClusterRacesIT {
    private static final int ROUNDS = 20;
    private static final int CROWD = 50;

    @AutoClose
    final ClusterWorld world;

    ClusterRacesIT(Cluster cluster) {
        world = ClusterWorld.onOrSkip(cluster);
        world.realm().configure(ClusterWorld.MANY_GUESSES);
    }

    @Test
    void oneOfFiftyParallelConfirmationsOnBothNodesWins() {
        for (int round = 0; round < ROUNDS; round++) {
            TestUser user = world.user("user" + round);
            world.door(round).reset(APP, user.username());
            String code = world.realm().inbox().codeFor(user);

            List<Answer> answers = Crowd.of(CROWD, i -> world.door(i).confirm(APP, user.username(), code, password(i)));

            List<Integer> winners = IntStream.range(0, CROWD)
                    .filter(i -> answers.get(i).status() == 200)
                    .boxed()
                    .toList();
            assertThat(winners).as("round %d", round).hasSize(1);
            assertThat(world.realm().canSignIn(user, password(winners.get(0)))).isTrue();
        }
    }

    @Test
    void guessesOnBothNodesAreCountedTogether() {
        TestUser alice = world.user("alice");
        world.door(0).reset(APP, "alice");
        String code = world.realm().inbox().codeFor(alice);

        List<Answer> guesses = Crowd.of(40, i -> world.door(i).confirm(APP, "alice", "0000000", password(i)));

        assertThat(guesses)
                .filteredOn(answer -> "CodeMismatchException".equals(answer.error()))
                .hasSize(5);
        assertThat(world.door(1).confirm(APP, "alice", code, password(0)).status())
                .isNotEqualTo(200);
    }

    private static String password(int number) {
        return "New-Pa55w0rd-" + number;
    }
}
