// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.OneNode;
import io.passwordrecovery.testkit.server.TwoNodes;

import static io.passwordrecovery.testkit.realm.TestRealm.APP;
import static org.assertj.core.api.Assertions.assertThat;

/** A node that is told to stop while accepted codes wait for a slow mail server: what was accepted arrives. */
@ResourceLock("directories of two nodes")
class ShutdownIT {
    private static final int USERS = 26;

    @Test
    void nodeOfAClusterDeliversWhatItHasAccepted() {
        try (TwoNodes cluster = TwoNodes.startOrSkip();
                TestRealm realm = TestRealm.create(cluster.nodes().get(0))) {
            List<TestUser> users = users(realm);

            askForEverybody(realm, cluster.nodes().get(1));
            cluster.stopSecond();

            assertThat(users).allSatisfy(ShutdownIT::hasOneMail);
        }
    }

    @Test
    void nodeWithoutCachesDeliversWhatItHasAccepted() {
        try (OneNode own = OneNode.startOrSkip("--features=stateless")) {
            // Not closed: its server is gone by then.
            TestRealm realm = TestRealm.create(own.node());
            List<TestUser> users = users(realm);

            askForEverybody(realm, own.node());
            own.stop();

            assertThat(users).allSatisfy(ShutdownIT::hasOneMail);
        }
    }

    private static List<TestUser> users(TestRealm realm) {
        return IntStream.range(0, USERS)
                .mapToObj(i -> realm.user("user" + i)
                        .email("user" + i + "@example.test")
                        .create())
                .toList();
    }

    private static void askForEverybody(TestRealm realm, KeycloakServer node) {
        RestApi door = new RestApi(URI.create(node.url() + "/realms/" + realm.name() + "/password"), Map.of());
        realm.inbox().hold();
        for (int i = 0; i < USERS; i++) {
            assertThat(door.reset(APP, "user" + i).status()).isEqualTo(200);
        }
        assertThat(realm.inbox().arrived()).isZero();
        realm.inbox().takeEach(Duration.ofMillis(300));
        realm.inbox().release();
    }

    private static void hasOneMail(TestUser user) {
        assertThat(user.realm().inbox().count(user.email())).as(user.username()).isEqualTo(1);
    }
}
