// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.Cluster;
import io.passwordrecovery.testkit.server.OnClusters;

/** The store in the database that production has, where parallel transactions wait for each other. */
@OnClusters
class PostgresStoreIT extends SingleUseStoreContracts {
    static TestRealm realm;

    @BeforeAll
    static void createRealm() {
        realm = TestRealm.create(Cluster.STATELESS.getOrSkip().first());
    }

    @AfterAll
    static void closeRealm() {
        if (realm != null) {
            realm.close();
        }
    }

    @Override
    TestRealm realm() {
        return realm;
    }
}
