// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import org.jspecify.annotations.Nullable;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's own switches. Keycloak's login pages follow them before anything of the plugin's is asked; of the resources
 * of other providers it asks nothing (RealmsResource.resolveRealmExtension, 26.7).
 */
public final class RealmSwitches {
    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmSwitches(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether the realm answers a caller at all. */
    public enum Access {
        OPEN,
        /** Realm settings → Enabled: off. */
        REALM_DISABLED,
        /** Realm settings → Require SSL, and the call came in the clear. */
        HTTPS_REQUIRED,
    }

    /** In the order in which the token endpoint asks (TokenEndpoint, 26.7). */
    public Access access() {
        if (!isSecure()
                && isHttpsRequiredOf(session.getContext().getConnection().getRemoteAddr())) {
            return Access.HTTPS_REQUIRED;
        }
        return realm.isEnabled() ? Access.OPEN : Access.REALM_DISABLED;
    }

    /** Realm settings → Login → Forgot password. */
    public boolean isForgotPasswordOn() {
        return realm.isResetPasswordAllowed();
    }

    private boolean isSecure() {
        return "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    }

    // Whom a proxy does not name is nobody of this network.
    private boolean isHttpsRequiredOf(@Nullable String address) {
        SslRequired required = realm.getSslRequired();
        return address == null ? required != SslRequired.NONE : required.isRequired(address);
    }
}
