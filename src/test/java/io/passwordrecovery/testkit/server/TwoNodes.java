// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;

/** A cluster of two Keycloaks on one PostgreSQL; where there is no PostgreSQL, the test is skipped aloud. */
public final class TwoNodes implements AutoCloseable {
    private final Postgres database;
    private final ClusterNode first;
    private ClusterNode second;

    private TwoNodes(Postgres database) {
        this.database = database;
        this.first = new ClusterNode(1, database, "", List.of());
        this.first.awaitReady();
        this.second = new ClusterNode(2, database, first.url().toString(), List.of());
        this.second.awaitReady();
    }

    public static TwoNodes startOrSkip() {
        return new TwoNodes(Postgres.startOrSkip("Tests on two nodes"));
    }

    public List<KeycloakServer> nodes() {
        return List.of(first, second);
    }

    /** Whether the first node has seen the second join. */
    public boolean areOneCluster() {
        return first.log().contains("ISPN000094") && first.log().matches("(?s).*\\|1] \\(2\\).*");
    }

    /** Tells the second node to stop, as an orchestrator does, and returns when it has ended. */
    public void stopSecond() {
        second.close();
    }

    /** Stops the second node and starts it again. */
    public void restartSecond() {
        second.close();
        second = new ClusterNode(2, database, first.url().toString(), List.of());
        second.awaitReady();
    }

    @Override
    public void close() {
        second.close();
        first.close();
        database.close();
    }
}
