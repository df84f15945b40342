// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;

/** A Keycloak in production mode on a PostgreSQL; where there is no PostgreSQL, the test is skipped aloud. */
public final class OneNode implements AutoCloseable {
    private final Postgres database;
    private final ClusterNode node;

    private OneNode(Postgres database, List<String> options) {
        this.database = database;
        this.node = new ClusterNode(1, database, "", options);
        this.node.awaitReady();
    }

    /** @param options added to the command line, as in {@code --features=stateless} */
    public static OneNode startOrSkip(String... options) {
        return new OneNode(Postgres.startOrSkip("Tests in production mode"), List.of(options));
    }

    public KeycloakServer node() {
        return node;
    }

    /** Tells the node to stop, as an orchestrator does, and returns when it has ended. */
    public void stop() {
        node.close();
    }

    @Override
    public void close() {
        node.close();
        database.close();
    }
}
