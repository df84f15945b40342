// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/{realm}/cognito}. */
public final class CognitoResourceProviderFactory implements RealmResourceProviderFactory {
    @Override
    public String getId() {
        return "cognito";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CognitoResourceProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no server options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
