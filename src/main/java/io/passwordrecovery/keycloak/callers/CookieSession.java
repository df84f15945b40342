// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.callers;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

import io.passwordrecovery.keycloak.compat.BearerSession;

/** Who is signed in with this browser. Keycloak's AuthResult is read as in {@link BearerSession}. */
public final class CookieSession {
    private CookieSession() {}

    /** Empty where nobody is, or the session has ended. */
    public static Optional<UserModel> user(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                .map(BearerSession::userOf);
    }
}
