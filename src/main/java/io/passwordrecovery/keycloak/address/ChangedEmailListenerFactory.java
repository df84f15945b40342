// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.address;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes a {@link ChangedEmailListener} for every realm, whatever listeners it has chosen. */
public final class ChangedEmailListenerFactory implements EventListenerProviderFactory {
    @Override
    public String getId() {
        return "password-recovery-changed-email";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new ChangedEmailListener(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
