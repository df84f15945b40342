// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** What administrators do for a user whom recovery keeps out. Its errors are those of Keycloak's own admin resources. */
public final class RecoveryAdminResource {
    private static final String LIMITS = "PASSWORD_RECOVERY_LIMITS";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    RecoveryAdminResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /**
     * Clears what is counted for the account: wrong codes, wrong current passwords, codes of this hour. 204; 403 without
     * the permission to manage the user (role {@code manage-users}, or a fine-grained one); 404 for an unknown id.
     */
    @DELETE
    @Path("users/{id}/limits")
    public void clearLimits(@PathParam("id") String id) {
        UserModel user = session.users().getUserById(realm, id);
        if (user == null) {
            // As UsersResource.user (26.7): ids are for those to try who may look for users.
            throw auth.users().canQuery() ? new NotFoundException("User not found") : new ForbiddenException();
        }
        auth.users().requireManage(user);
        session.getProvider(PasswordRecoveryProvider.class).accountCounts().clear(user.getId());
        adminEvent
                .operation(OperationType.DELETE)
                .resource(LIMITS)
                .resourcePath("users", user.getId(), "limits")
                .success();
    }
}
