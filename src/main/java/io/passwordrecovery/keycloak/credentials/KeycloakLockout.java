// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.Objects;
import java.util.Set;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Lockout;

/** Realm settings → Security defenses → Brute force detection. */
public final class KeycloakLockout implements Lockout {
    // Failures of another category are ignored (DefaultBruteForceProtector, 26.6 and later).
    private static final Set<String> CATEGORY = Set.of(PasswordCredentialModel.TYPE);

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
            var context = session.getContext();
            protector().failedLogin(realm, user(accountId), context.getConnection(), context.getUri(), CATEGORY);
        }
    }

    @Override
    public void passwordWasRight(String accountId, Caller caller) {
        if (realm.isBruteForceProtected()) {
            var context = session.getContext();
            protector().successfulLogin(realm, user(accountId), context.getConnection(), context.getUri(), CATEGORY);
        }
    }

    private BruteForceProtector protector() {
        return session.getProvider(BruteForceProtector.class);
    }

    private UserModel user(String accountId) {
        return Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
    }
}
