// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;
import jakarta.ws.rs.core.UriInfo;

import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

import io.passwordrecovery.keycloak.compat.VersionedMethod.Form;

/**
 * Tells brute force detection of entered passwords. Up to 26.5 it takes no category, in 26.6 a string, from 26.7 on a
 * set; of another category than {@code password} a failure may not count (DefaultBruteForceProtector).
 */
public final class PasswordAttempts {
    static final List<VersionedMethod> METHODS = List.of(method("failedLogin"), method("successfulLogin"));

    private final KeycloakSession session;

    public PasswordAttempts(KeycloakSession session) {
        this.session = session;
    }

    public void wasWrong(RealmModel realm, UserModel user) {
        tell(METHODS.get(0), realm, user);
    }

    public void wasRight(RealmModel realm, UserModel user) {
        tell(METHODS.get(1), realm, user);
    }

    private void tell(VersionedMethod method, RealmModel realm, UserModel user) {
        method.call(
                session.getProvider(BruteForceProtector.class),
                realm,
                user,
                session.getContext().getConnection(),
                session.getContext().getUri());
    }

    private static VersionedMethod method(String name) {
        MethodType type = MethodType.methodType(
                void.class, RealmModel.class, UserModel.class, ClientConnection.class, UriInfo.class);
        String category = PasswordCredentialModel.TYPE;
        return VersionedMethod.of(
                BruteForceProtector.class,
                new Form(name, type.appendParameterTypes(Set.class), List.of(Set.of(category))),
                new Form(name, type.appendParameterTypes(String.class), List.of(category)),
                new Form(name, type));
    }
}
