// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** The resource: Keycloak has found out by then that an administrator calls, and which realm's. */
final class RecoveryAdminResourceProvider implements AdminRealmResourceProvider {
    @Override
    public Object getResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        return new RecoveryAdminResource(new AdminCall(session, realm, auth, adminEvent));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
