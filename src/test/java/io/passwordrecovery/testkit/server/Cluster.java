// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The two kinds of clusters that Keycloak makes; the classes of this JVM share one of each ({@link OnClusters}). */
public enum Cluster {
    /** Keycloak's own caches, in the nodes' memory. */
    EMBEDDED_CACHES,
    /** Nothing but the database. */
    STATELESS;

    private static final Map<Cluster, TwoNodes> RUNNING = new EnumMap<>(Cluster.class);

    /** Returns the cluster, started by the first to ask and whole; or skips the test aloud. */
    public TwoNodes getOrSkip() {
        synchronized (RUNNING) {
            if (!RUNNING.containsKey(this)) {
                RUNNING.put(this, start());
            }
            TwoNodes nodes = RUNNING.get(this);
            nodes.mend();
            return nodes;
        }
    }

    private TwoNodes start() {
        List<String> options = List.of();
        if (this == STATELESS) {
            Stateless.skipIfUnknown();
            options = List.of(Stateless.OPTION);
        }
        TwoNodes nodes = new TwoNodes(Postgres.startOrSkip("Tests on two nodes"), options);
        Runtime.getRuntime().addShutdownHook(new Thread(nodes::close, "stop " + this));
        return nodes;
    }
}
