// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.Objects;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

import io.passwordrecovery.keycloak.compat.PasswordAttempts;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Lockout;

/** Realm settings → Security defenses → Brute force detection. */
public final class KeycloakLockout implements Lockout {
    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakLockout(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public boolean isLocked(String accountId) {
        return realm.isBruteForceProtected()
                && (protector().isPermanentlyLockedOut(session, realm, user(accountId))
                        || protector().isTemporarilyDisabled(session, realm, user(accountId)));
    }

    @Override
    public void passwordWasWrong(String accountId, Caller caller) {
        if (realm.isBruteForceProtected()) {
            new PasswordAttempts(session).wasWrong(realm, user(accountId));
        }
    }

    @Override
    public void pretendPasswordWasWrong(String accountId) {
        if (realm.isBruteForceProtected()) {
            new PretendedFailure(session).of(realm, accountId);
        }
    }

    @Override
    public void passwordWasRight(String accountId, Caller caller) {
        if (realm.isBruteForceProtected()) {
            new PasswordAttempts(session).wasRight(realm, user(accountId));
        }
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }

    private UserModel user(String accountId) {
        return Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
    }
}
