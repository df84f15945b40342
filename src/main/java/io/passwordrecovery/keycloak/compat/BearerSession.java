// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

import io.passwordrecovery.keycloak.compat.VersionedMethod.Form;

/** What an access token stands for. Keycloak's AuthResult is a class with getters in 26.4, a record from 26.5 on. */
public record BearerSession(UserModel user, UserSessionModel session, AccessToken token) {
    static final List<VersionedMethod> METHODS = List.of(
            method("user", "getUser", UserModel.class),
            method("session", "getSession", UserSessionModel.class),
            method("token", "getToken", AccessToken.class));

    /** Checks signature, life and user session; empty where one of them is not as it should be. */
    public static Optional<BearerSession> of(KeycloakSession keycloak, String accessToken) {
        AuthResult result = new BearerTokenAuthenticator(keycloak)
                .setTokenString(accessToken)
                .authenticate();
        UserSessionModel session =
                result == null ? null : (UserSessionModel) METHODS.get(1).call(result);
        return session == null
                ? Optional.empty()
                : Optional.of(new BearerSession(userOf(result), session, (AccessToken)
                        present(METHODS.get(2).call(result))));
    }

    /** Returns whom the result is about. */
    public static UserModel userOf(AuthResult result) {
        return (UserModel) present(METHODS.get(0).call(result));
    }

    private static Object present(@Nullable Object part) {
        return Objects.requireNonNull(part, "a session has a user and a token");
    }

    private static VersionedMethod method(String name, String getter, Class<?> type) {
        MethodType returning = MethodType.methodType(type);
        return VersionedMethod.of(AuthResult.class, new Form(name, returning), new Form(getter, returning));
    }
}
