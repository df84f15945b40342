// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;

import io.passwordrecovery.testkit.realm.TestRealm;
import io.passwordrecovery.testkit.server.KeycloakServer;
import io.passwordrecovery.testkit.server.MovesTheClock;

/** Keycloak's usual store. */
@MovesTheClock
@Tag("journey")
class InfinispanStoreIT extends SingleUseStoreContracts {
    @AutoClose
    static final TestRealm realm = TestRealm.create(KeycloakServer.withMovableClock());

    @Override
    TestRealm realm() {
        return realm;
    }
}
