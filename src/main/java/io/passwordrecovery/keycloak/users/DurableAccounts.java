// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.function.Function;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.Destination;

/** Notes proven addresses in a transaction of its own; a fault there is logged, and keeps nobody from a new password. */
public final class DurableAccounts implements Accounts {
    private static final Logger LOG = Logger.getLogger(DurableAccounts.class);

    private final KeycloakSession session;
    private final Function<KeycloakSession, Accounts> accounts;

    /** @param accounts of a session */
    public DurableAccounts(KeycloakSession session, Function<KeycloakSession, Accounts> accounts) {
        this.session = session;
        this.accounts = accounts;
    }

    @Override
    public AccountLookup find(Identifier name) {
        return accounts.apply(session).find(name);
    }

    @Override
    public AccountLookup byId(String accountId) {
        return accounts.apply(session).byId(accountId);
    }

    @Override
    public String passwordVersion(String accountId) {
        return accounts.apply(session).passwordVersion(accountId);
    }

    @Override
    public void proven(String accountId, Destination destination) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> accounts.apply(own).proven(accountId, destination));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The address that user %s has proven could not be noted", accountId);
        }
    }
}
