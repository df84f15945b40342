// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.Postgres;
import io.passwordrecovery.testkit.server.Stateless;

/** The store in the database that production has, where parallel transactions wait for each other. */
class PostgresStoreIT extends SingleUseStoreContracts {
    static Postgres database;
    static KeycloakServer keycloak;
    static TestRealm realm;

    @BeforeAll
    static void start() {
        database = Postgres.startOrSkip("Tests of the store in PostgreSQL");
        keycloak = Stateless.startOrSkip(database.keycloakOptions());
        realm = TestRealm.create(keycloak);
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            realm.close();
            keycloak.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    TestRealm realm() {
        return realm;
    }
}
