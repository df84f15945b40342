// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** The resource, where the realm's switch is on. */
final class PasswordResourceProvider implements RealmResourceProvider {
    private final KeycloakSession session;

    PasswordResourceProvider(KeycloakSession session) {
        this.session = session;
    }

    // Without a resource Keycloak answers 404, as if there were no such provider (RealmsResource, 26.7).
    @Override
    public @Nullable Object getResource() {
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        return provider.isSwitchedOn() ? new PasswordResource(session, provider) : null;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
