// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.Optional;
import java.util.Set;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** The applications that may ask for codes: those that sign users in, unless {@code allowed-clients} names fewer. */
public final class AllowedClients {
    // Where Keycloak's client authenticators look when a request has no form (ClientIdAndSecretAuthenticator, 26.7).
    private static final String CLIENT_ID_ATTRIBUTE = "client_id";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RecoverySettings settings;

    public AllowedClients(KeycloakSession session, RealmModel realm, RecoverySettings settings) {
        this.session = session;
        this.realm = realm;
        this.settings = settings;
    }

    /** Finds an admitted client; empty for an unknown one too. */
    public Optional<ClientModel> find(String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId)).filter(this::isAdmitted);
    }

    /** Whether the request proves to come from this client, as the token endpoint asks it to; true of a public one. */
    public boolean isAuthenticated(ClientModel client) {
        if (client.isPublicClient()) {
            return true;
        }
        session.setAttribute(CLIENT_ID_ATTRIBUTE, client.getClientId());
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.CLIENT_LOGIN);
        AuthenticationProcessor processor = AuthorizeClientUtil.getAuthenticationProcessor(session, event);
        return processor.authenticateClient() == null
                && processor.getClient() != null
                && processor.getClient().getId().equals(client.getId());
    }

    /** What a confidential client proves itself with where there is no token endpoint's form. */
    public ClientSecrets secrets() {
        return new ClientSecrets(session, realm);
    }

    private boolean isAdmitted(ClientModel client) {
        Set<String> allowed = settings.get(RecoveryOptions.ALLOWED_CLIENTS);
        return client.isEnabled()
                && signsUsersIn(client)
                && (allowed.isEmpty() || allowed.contains(client.getClientId()));
    }

    private static boolean signsUsersIn(ClientModel client) {
        boolean isOidc = client.getProtocol() == null || client.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL);
        return isOidc
                && !client.isBearerOnly()
                && (client.isStandardFlowEnabled()
                        || client.isDirectAccessGrantsEnabled()
                        || client.isImplicitFlowEnabled());
    }
}
