// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** The resource, where the realm's switch is on; else Keycloak answers 404. */
final class CognitoResourceProvider implements RealmResourceProvider {
    private final KeycloakSession session;

    CognitoResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public @Nullable Object getResource() {
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        return provider.isSwitchedOn() ? new CognitoResource(session, provider) : null;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
