// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.net.URI;
import java.util.Optional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** {@code /realms/{realm}/reset-code}: where the mail's link leads. */
public final class CodePageResource {
    private final KeycloakSession session;

    CodePageResource(KeycloakSession session) {
        this.session = session;
    }

    /** Leads back to the page, in the browser that it was opened in; elsewhere says so. Sends and changes nothing. */
    @GET
    public Response open(
            @QueryParam(Constants.CLIENT_ID) @Nullable String clientId,
            @QueryParam(Constants.TAB_ID) @Nullable String tabId) {
        return switch (session.getProvider(PasswordRecoveryProvider.class)
                .realmSwitches()
                .access()) {
            case REALM_DISABLED -> refused(Messages.REALM_NOT_ENABLED);
            case HTTPS_REQUIRED -> refused(Messages.HTTPS_REQUIRED);
            case OPEN -> lead(clientId, tabId);
        };
    }

    private Response lead(@Nullable String clientId, @Nullable String tabId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        if (client != null && client.isEnabled()) {
            session.getContext().setClient(client);
        }
        return login(realm, client, tabId)
                .map(login -> Response.status(Response.Status.FOUND)
                        .location(lastPage(realm, login))
                        .build())
                .orElseGet(this::otherBrowser);
    }

    private Optional<AuthenticationSessionModel> login(
            RealmModel realm, @Nullable ClientModel client, @Nullable String tabId) {
        return client == null || tabId == null
                ? Optional.empty()
                : Optional.ofNullable(new AuthenticationSessionManager(session)
                        .getCurrentAuthenticationSession(realm, client, tabId));
    }

    private URI lastPage(RealmModel realm, AuthenticationSessionModel login) {
        return new AuthenticationFlowURLHelper(
                        session, realm, session.getContext().getUri())
                .getLastExecutionUrl(login);
    }

    private Response refused(String message) {
        return session.getProvider(LoginFormsProvider.class)
                .setDetachedAuthSession()
                .setError(message)
                .createErrorPage(Response.Status.FORBIDDEN);
    }

    private Response otherBrowser() {
        return session.getProvider(LoginFormsProvider.class)
                .setDetachedAuthSession()
                .setAttribute("messageHeader", "resetCodeOtherBrowserTitle")
                .setInfo("resetCodeOtherBrowser")
                .createInfoPage();
    }
}
