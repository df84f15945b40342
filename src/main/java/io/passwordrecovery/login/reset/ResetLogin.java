// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.net.URI;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.recovery.RecoveryProof;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.settings.RecoveryOptions;

/** The course of a login that began with a forgotten password. */
public final class ResetLogin {
    /** Keycloak's word for a login that ends with a message, without signing anybody in. */
    private static final String END = AuthenticationManager.END_AFTER_REQUIRED_ACTIONS;

    /** The message that the sign-in page shows after the reset. */
    private static final String DONE = "changePasswordDone";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final PasswordRecoveryProvider provider;
    private final RecoveryNotes notes;

    public ResetLogin(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.provider = session.getProvider(PasswordRecoveryProvider.class);
        this.notes = new RecoveryNotes(login);
    }

    /** After the code: the password page comes next, and whoever has a second factor gets no further without it. */
    void begin(UserModel user, RecoveryProof proof) {
        notes.proven(proof);
        notes.reset(login.getAuthNote(END) == null);
        if (mustSignInAgain(user)) {
            // Whatever the next pages do, this login signs nobody in.
            login.setAuthNote(END, "true");
        }
        login.addRequiredAction(
                provider.isSwitchedOn() ? RecoveryActions.CHANGE_PASSWORD : RequiredAction.UPDATE_PASSWORD.name());
    }

    /** After the new password: whether the user goes to the sign-in page, rather than on to the application. */
    public boolean isToSignInAgain(UserModel user) {
        if (!notes.isReset() || !notes.leadsToApplication()) {
            return false;
        }
        boolean again = mustSignInAgain(user);
        if (!again) {
            login.removeAuthNote(END);
        }
        return again;
    }

    private boolean mustSignInAgain(UserModel user) {
        return SecondFactor.of(user).mustSignInAgain(provider.settings().get(RecoveryOptions.SIGN_IN_AGAIN), login);
    }

    /** The sign-in page, in the same tab and for the same application. */
    public Response signInAgain() {
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        AuthenticationProcessor processor = new AuthenticationProcessor();
        processor.setAuthenticationSession(login);
        processor.setForwardedSuccessMessage(new FormMessage(null, DONE));
        return redirect(LoginActionsService.AUTHENTICATE_PATH);
    }

    /** The page for the user name. */
    public Response startAgain() {
        boolean endsHere = notes.isReset() ? !notes.leadsToApplication() : login.getAuthNote(END) != null;
        AuthenticationProcessor.resetFlow(login, LoginActionsService.RESET_CREDENTIALS_PATH);
        if (endsHere) {
            login.setAuthNote(END, "true");
        }
        return redirect(LoginActionsService.RESET_CREDENTIALS_PATH);
    }

    private Response redirect(String flowPath) {
        URI page = new AuthenticationFlowURLHelper(
                        session,
                        session.getContext().getRealm(),
                        session.getContext().getUri())
                .getLastExecutionUrl(
                        flowPath,
                        null,
                        login.getClient().getClientId(),
                        login.getTabId(),
                        AuthenticationProcessor.getClientData(session, login));
        return Response.status(Response.Status.FOUND).location(page).build();
    }
}
