// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/** Which web pages may call for an application: those of its web origins, and Keycloak's own. */
public final class WebOrigins {
    private static final String ANY = "*";

    private final KeycloakSession session;
    private final RealmModel realm;

    public WebOrigins(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Of the {@code Origin} header's value, for example {@code https://app.example.test}. */
    public Predicate<String> of(String clientId) {
        return origin ->
                origin.equals(UriUtils.getOrigin(session.getContext().getUri().getRequestUri()))
                        || lists(realm.getClientByClientId(clientId), origin);
    }

    private boolean lists(@Nullable ClientModel client, String origin) {
        if (client == null || !client.isEnabled()) {
            return false;
        }
        var origins = WebOriginsUtils.resolveValidWebOrigins(session, client);
        return origins.contains(origin) || origins.contains(ANY);
    }
}
