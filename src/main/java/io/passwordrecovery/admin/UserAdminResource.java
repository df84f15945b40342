// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

/**
 * What administrators do for a user. 403 without the permission to manage the user: role {@code manage-users}, or a
 * fine-grained one; 503 where the server does not let the plugin keep its rules.
 */
public final class UserAdminResource {
    private static final String LIMITS = "PASSWORD_RECOVERY_LIMITS";

    private final AdminCall call;
    private final UserModel user;

    UserAdminResource(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    /** Clears what is counted for the account: wrong codes, wrong current passwords, codes of this hour. 204. */
    @DELETE
    @Path("limits")
    public Response clearLimits() {
        call.auth().users().requireManage(user);
        return call.answerIfReady(provider -> {
            provider.accountCounts().clear(user.getId());
            call.note(OperationType.DELETE, LIMITS, AdminCall.NOTHING, "users", user.getId(), "limits");
            return AdminCall.NOTHING;
        });
    }
}
