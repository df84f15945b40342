// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.password.Sessions;

/**
 * Ends user sessions in a transaction of their own, committed when the call returns, and tries again: where a new
 * password is set for good, whoever was signed in with the old one must not stay so because of a later fault.
 */
public final class DurableSessions implements Sessions {
    private static final Logger LOG = Logger.getLogger(DurableSessions.class);
    private static final int TRIES = 3;

    private final KeycloakSession session;

    public DurableSessions(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void end(String accountId, Optional<String> keep, boolean offlineToo) {
        for (int left = TRIES - 1; ; left--) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(),
                        session.getContext(),
                        own -> new KeycloakSessions(own, own.getContext().getRealm()).end(accountId, keep, offlineToo));
                return;
            } catch (RuntimeException e) {
                if (left == 0) {
                    throw e;
                }
                LOG.warnf("The sessions of user %s could not be ended (%s); tried again", accountId, e);
            }
        }
    }
}
