// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;

/** A cluster of two Keycloaks in production mode on one PostgreSQL. */
public final class TwoNodes implements AutoCloseable {
    private final Postgres database;
    private final ClusterNode first;
    private final ClusterNode second;

    /** @param options of both nodes, as in {@code --features=stateless} */
    TwoNodes(Postgres database, List<String> options) {
        this.database = database;
        this.first = new ClusterNode(database, "", options);
        this.second = new ClusterNode(database, first.url().toString(), options);
    }

    public Postgres database() {
        return database;
    }

    public ClusterNode first() {
        return first;
    }

    public ClusterNode second() {
        return second;
    }

    public List<ClusterNode> both() {
        return List.of(first, second);
    }

    /** Whether the first node has seen the second join. */
    public boolean areOneCluster() {
        return first.log().contains("ISPN000094") && first.log().matches("(?s).*\\|1] \\(2\\).*");
    }

    /** Brings back what a test has ended. */
    void mend() {
        database.startAgain();
        first.startAgain();
        second.startAgain();
    }

    @Override
    public void close() {
        second.close();
        first.close();
        database.close();
    }
}
