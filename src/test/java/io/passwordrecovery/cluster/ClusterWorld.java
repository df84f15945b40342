// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cluster;

import java.net.URI;
import java.util.Map;

import io.passwordrecovery.testkit.http.RestApi;
import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.realm.TestUser;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.ClusterNode;
import io.passwordrecovery.testkit.server.TwoNodes;

import static org.awaitility.Awaitility.await;

/** What the tests of clusters share: two nodes, a realm, and its REST resource on each of them. */
record ClusterWorld(TwoNodes nodes, TestRealm realm) implements AutoCloseable {
    static final String OLD = "Old-Pa55w0rd";
    static final Map<String, String> MANY_GUESSES =
            Map.of("cooldown", "0", "codes-per-ip-hour", "1000000", "confirmations-per-ip-hour", "1000000");

    static ClusterWorld onOrSkip(Cluster cluster) {
        TwoNodes nodes = cluster.getOrSkip();
        return new ClusterWorld(nodes, TestRealm.create(nodes.first()));
    }

    /** Somebody with an email address and the old password. */
    TestUser user(String name) {
        return realm.user(name).email(name + "@example.test").password(OLD).create();
    }

    RestApi door(ClusterNode node) {
        return new RestApi(URI.create(node.url() + "/realms/" + realm.name() + "/password"), Map.of());
    }

    /** The first node's for even numbers, the second's for odd ones. */
    RestApi door(int number) {
        return door(nodes.both().get(number % 2));
    }

    void awaitIdle() {
        await("both queues are empty").until(() -> nodes.both().stream().allMatch(ClusterNode::isIdle));
    }

    @Override
    public void close() {
        realm.close();
    }
}
