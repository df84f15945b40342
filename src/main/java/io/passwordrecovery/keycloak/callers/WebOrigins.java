// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/**
 * Which web pages may call: those of Keycloak itself and the web origins of the realm's enabled clients.
 *
 * <p>Of all of them together, since a preflight names no client.
 */
public final class WebOrigins {
    private static final String ANY = "*";

    private final KeycloakSession session;
    private final RealmModel realm;

    public WebOrigins(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @param origin the {@code Origin} header's value, for example {@code https://app.example.test} */
    public boolean isAllowed(String origin) {
        return origin.equals(UriUtils.getOrigin(session.getContext().getUri().getRequestUri()))
                || realm.getClientsStream().filter(ClientModel::isEnabled).anyMatch(client -> lists(client, origin));
    }

    private boolean lists(ClientModel client, String origin) {
        var origins = WebOriginsUtils.resolveValidWebOrigins(session, client);
        return origins.contains(origin) || origins.contains(ANY);
    }
}
