// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import io.passwordrecovery.keycloak.Outage;
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
     * How it stands with the realm, the server and this node: see {@link StatusJson}. 403 without the permission to view the
     * realm (role {@code view-realm}).
     */
    @GET
    @Path("status")
    @Produces(MediaType.APPLICATION_JSON)
    public Response status() {
        auth.realm().requireViewRealm();
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        return Response.ok(new StatusReport(session, realm, provider).status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * Clears what is counted for the account: wrong codes, wrong current passwords, codes of this hour. 204; 403 without
     * the permission to manage the user (role {@code manage-users}, or a fine-grained one); 404 for an unknown id; 503 where the server does not let the
     * plugin keep its rules.
     */
    @DELETE
    @Path("users/{id}/limits")
    public Response clearLimits(@PathParam("id") String id) {
        UserModel user = session.users().getUserById(realm, id);
        if (user == null) {
            // As UsersResource.user (26.7): ids are for those to try who may look for users.
            throw auth.users().canQuery() ? new NotFoundException("User not found") : new ForbiddenException();
        }
        auth.users().requireManage(user);
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        if (!provider.isReady()) {
            return unavailable();
        }
        provider.accountCounts().clear(user.getId());
        adminEvent
                .operation(OperationType.DELETE)
                .resource(LIMITS)
                .resourcePath("users", user.getId(), "limits")
                .success();
        return Response.noContent().build();
    }

    // Of an exception, Keycloak's error handler (26.7) leaves no header.
    private static Response unavailable() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER.toSeconds())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(
                        "temporarily_unavailable", "The server does not let password recovery keep its rules."))
                .build();
    }
}
