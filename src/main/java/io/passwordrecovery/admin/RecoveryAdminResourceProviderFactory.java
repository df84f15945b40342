// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Serves {@code /admin/realms/{realm}/password-recovery}. */
public final class RecoveryAdminResourceProviderFactory implements AdminRealmResourceProviderFactory {
    @Override
    public String getId() {
        return "password-recovery";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new RecoveryAdminResourceProvider();
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
