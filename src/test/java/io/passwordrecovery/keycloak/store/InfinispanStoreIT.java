// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Isolated;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;

/** Keycloak's usual store. */
@Isolated("moves the clock")
@Tag("journey")
class InfinispanStoreIT extends SingleUseStoreContracts {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.shared());

    @Override
    TestRealm realm() {
        return realm;
    }
}
