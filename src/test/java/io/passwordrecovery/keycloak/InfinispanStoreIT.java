// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.KeycloakServer;
import io.passwordrecovery.testkit.TestRealm;

/** Keycloak's usual store. */
@Isolated("moves the clock")
class InfinispanStoreIT extends SharedStoreContracts {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @Override
    TestRealm realm() {
        return realm;
    }
}
