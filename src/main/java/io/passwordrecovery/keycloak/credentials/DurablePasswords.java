// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.PolicyViolation;

/**
 * Sets passwords in a transaction of their own, committed when the call returns: only then is it known whether a code
 * was spent for good.
 */
public final class DurablePasswords implements Passwords {
    private final KeycloakSession session;
    private final Passwords passwords;

    public DurablePasswords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.passwords = new KeycloakPasswords(session, realm);
    }

    @Override
    public boolean isCurrent(String accountId, Password password) {
        return passwords.isCurrent(accountId, password);
    }

    @Override
    public void pretendToCheck(String accountId) {
        passwords.pretendToCheck(accountId);
    }

    @Override
    public List<PolicyViolation> set(String accountId, Password password) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                own -> new KeycloakPasswords(own, own.getContext().getRealm()).set(accountId, password),
                "set a password");
    }
}
