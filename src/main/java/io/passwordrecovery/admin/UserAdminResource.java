// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.io.InputStream;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.observation.Call.Operation;

/**
 * What administrators do for a user. 403 without the permission to manage the user: role {@code manage-users}, or a
 * fine-grained one; 503 where the server does not let the plugin keep its rules.
 */
public final class UserAdminResource {
    private static final String LIMITS = "PASSWORD_RECOVERY_LIMITS";
    private static final String CODE = "PASSWORD_RECOVERY_CODE";

    private final AdminCall call;
    private final UserModel user;

    UserAdminResource(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    /**
     * Sends a code to the user's own registered address, within the limits of codes that users ask for themselves.
     *
     * @param body {@code clientId}, the application whose page the mail leads to (else the token's client); {@code
     *     mustChange}, whether the user must choose another password at the next sign-in; may be empty
     * @return {@link SentCode}; 409 with the reason where nothing can be sent, 429 where a limit is reached
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("reset-code")
    public Response sendCode(InputStream body) {
        call.auth().users().requireManage(user);
        return call.answerIfReady(Operation.ADMIN_RESET, provider -> {
            AdminBody wish = AdminBody.read(body);
            boolean mustChange = wish.flag("mustChange");
            Caller caller = caller(provider, wish);
            if (!provider.isSwitchedOn() || !provider.realmSwitches().isForgotPasswordOn()) {
                throw AdminRefusal.conflict("not_enabled", "The realm does not let its users reset their passwords.");
            }
            Destination destination = SentCode.destination(provider.sendResetCode(user.getId(), caller));
            if (mustChange) {
                user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
            }
            SentCode sent = new SentCode(destination.medium().name(), shown(destination), mustChange);
            call.note(OperationType.ACTION, CODE, sent, "users", user.getId(), "reset-code");
            return sent;
        });
    }

    private Caller caller(PasswordRecoveryProvider provider, AdminBody wish) {
        String clientId = wish.text("clientId", "");
        if (clientId.isEmpty()) {
            return call.caller();
        }
        return provider.clients()
                .find(clientId)
                .map(client -> call.caller(client.getClientId()))
                .orElseThrow(() -> AdminRefusal.badRequest("clientId must be a client that may ask for codes"));
    }

    // Who may manage a user may still not see them (fine-grained permissions).
    private String shown(Destination destination) {
        return call.auth().users().canView(user) ? destination.masked() : "***";
    }

    /** Clears what is counted for the account: wrong codes, wrong current passwords, codes of this hour. 204. */
    @DELETE
    @Path("limits")
    public Response clearLimits() {
        call.auth().users().requireManage(user);
        return call.answerIfReady(Operation.CLEAR_LIMITS, provider -> {
            provider.accountCounts().clear(user.getId());
            call.note(OperationType.DELETE, LIMITS, AdminCall.NOTHING, "users", user.getId(), "limits");
            return AdminCall.NOTHING;
        });
    }
}
