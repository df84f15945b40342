// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Makes the test side of the product the realm resource {@code testkit-product}. */
public final class ServerSideProviderFactory implements RealmResourceProviderFactory {
    @Override
    public String getId() {
        return "testkit-product";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new ServerSideResource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
