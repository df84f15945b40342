// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.course;

import java.net.URI;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Takes a login back to its first page, in the same tab and for the same application.
 *
 * <p>It forgets all that it has learnt: the user, what was proven, what is still to be done, and what an identity provider
 * said of whom (AuthenticationProcessor.resetFlow, 26.7).
 */
public final class FreshSignIn {
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    public FreshSignIn(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** The sign-in page, which says why. */
    public Response because(String message) {
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        AuthenticationProcessor processor = new AuthenticationProcessor();
        processor.setAuthenticationSession(login);
        processor.setForwardedSuccessMessage(new FormMessage(null, message));
        return redirect(LoginActionsService.AUTHENTICATE_PATH);
    }

    /** The sign-in page, which says that what was left open here is over. */
    Response afterExpiry() {
        forget();
        return way();
    }

    void forget() {
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        login.setAuthNote(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE, Messages.EXPIRED_ACTION);
    }

    /** A redirect to the sign-in page; with a body, so that it gets through as what an exception carries. */
    Response way() {
        return Response.fromResponse(redirect(LoginActionsService.AUTHENTICATE_PATH))
                .entity("")
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    /** The page for the user name. */
    Response toReset() {
        AuthenticationProcessor.resetFlow(login, LoginActionsService.RESET_CREDENTIALS_PATH);
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
