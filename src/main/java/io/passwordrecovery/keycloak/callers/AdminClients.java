// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

/**
 * Applications' servers that manage the realm's users: confidential clients whose service account has the role {@code
 * manage-users}, and in whose scope that role is.
 */
public final class AdminClients {
    private final KeycloakSession session;
    private final RealmModel realm;

    public AdminClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Returns the client that the request proves to come from, by HTTP Basic as at the token endpoint; empty for one that
     * is public, or may not manage users.
     */
    public Optional<ClientModel> find() {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.CLIENT_LOGIN);
        AuthenticationProcessor processor = AuthorizeClientUtil.getAuthenticationProcessor(session, event);
        // A public client counts as authenticated by its name alone.
        return processor.authenticateClient() == null
                ? Optional.ofNullable(processor.getClient())
                        .filter(client -> !client.isPublicClient() && client.isServiceAccountsEnabled())
                        .filter(this::mayManageUsers)
                : Optional.empty();
    }

    // What its token would say, were it to ask for one.
    private boolean mayManageUsers(ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        Optional<RoleModel> role =
                Optional.ofNullable(managementClient()).map(one -> one.getRole(AdminRoles.MANAGE_USERS));
        return account != null
                && account.isEnabled()
                && role.filter(one -> account.hasRole(one) && client.hasScope(one))
                        .isPresent();
    }

    // As RealmManager.getRealmAdminClientId (26.7): the administrators' realm manages itself by a client of another
    // name.
    private @Nullable ClientModel managementClient() {
        ClientModel own = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return own == null ? realm.getMasterAdminClient() : own;
    }
}
