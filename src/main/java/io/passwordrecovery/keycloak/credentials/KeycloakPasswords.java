// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.credentials;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;

import io.passwordrecovery.password.Password;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.settings.RecoveryActions;

/** The realm's password policy, and the users' passwords wherever Keycloak keeps them. */
public final class KeycloakPasswords implements Passwords {
    private static final Logger LOG = Logger.getLogger(KeycloakPasswords.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakPasswords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public boolean isCurrent(String accountId, Password password) {
        return user(session, realm, accountId)
                .credentialManager()
                .isValid(UserCredentialModel.password(password.text()));
    }

    // What was entered is not checked: for the right password, Keycloak renews a hash of old settings, which takes
    // longer.
    @Override
    public void pretendToCheck(String accountId) {
        UserModel user = user(session, realm, accountId);
        if (isKeptByKeycloak(user)) {
            String nobodys = UUID.randomUUID().toString();
            user.credentialManager().isValid(UserCredentialModel.password(nobodys));
        } else {
            // No directory is asked for whom Keycloak has locked.
            computeHash();
        }
    }

    // As Keycloak's sign-in does for a user whom it does not let in (AuthenticatorUtils.dummyHash, 26.7).
    private void computeHash() {
        PasswordPolicy policy = realm.getPasswordPolicy();
        String algorithm = policy.getHashAlgorithm();
        PasswordHashProvider hash = algorithm == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, algorithm);
        hash.encodedCredential("as long as a usual password", policy.getHashIterations());
    }

    /** In the request's own transaction. */
    @Override
    public List<PolicyViolation> set(String accountId, Password password) {
        UserModel user = user(session, realm, accountId);
        if (FederatedPassword.isReadOnly(realm, user)) {
            return List.of(DirectoryRefusal.READ_ONLY);
        }
        // Keycloak evaluates the policy when it keeps the password itself; a user federation may not.
        List<PolicyViolation> violations = isKeptByKeycloak(user) ? List.of() : violations(user, password);
        if (violations.isEmpty()) {
            violations = update(user, password);
        }
        if (violations.isEmpty()) {
            user.removeRequiredAction(RequiredAction.UPDATE_PASSWORD);
            user.removeRequiredAction(RecoveryActions.CHANGE_PASSWORD);
        }
        return violations;
    }

    private List<PolicyViolation> update(UserModel user, Password password) {
        try {
            if (user.credentialManager().updateCredential(UserCredentialModel.password(password.text(), false))) {
                return List.of();
            }
        } catch (ReadOnlyException e) {
            // Of a federation that has no setting to read it from.
            return List.of(DirectoryRefusal.READ_ONLY);
        } catch (ModelException e) {
            return refusal(user, password, e);
        }
        throw new IllegalStateException("neither a user federation nor Keycloak took the password of " + user.getId());
    }

    // Without a cause it is a policy's word (PasswordCredentialProvider, 26.7), with one a directory's, or a fault.
    private List<PolicyViolation> refusal(UserModel user, Password password, ModelException e) {
        if (e.getCause() != null || e.getMessage() == null) {
            String words = DirectoryRefusal.wordsIn(e).orElseThrow(() -> e);
            LOG.infof("The directory of user %s refused a new password: %s", user.getId(), words);
            return List.of(DirectoryRefusal.REFUSED);
        }
        List<PolicyViolation> all = violations(user, password);
        return all.isEmpty() ? List.of(violation(e.getMessage(), e.getParameters())) : all;
    }

    private static boolean isKeptByKeycloak(UserModel user) {
        return StorageId.isLocalStorage(user.getId()) && !user.isFederated();
    }

    // Every broken rule: Keycloak's own check stops at the first (DefaultPasswordPolicyManagerProvider, 26.7).
    private List<PolicyViolation> violations(UserModel user, Password password) {
        return realm.getPasswordPolicy().getPolicies().stream()
                .map(id -> session.getProvider(PasswordPolicyProvider.class, id))
                .filter(Objects::nonNull)
                .flatMap(policy -> Optional.ofNullable(policy.validate(realm, user, password.text())).stream())
                .map(KeycloakPasswords::violation)
                .toList();
    }

    private static PolicyViolation violation(PolicyError error) {
        return violation(error.getMessage(), error.getParameters());
    }

    private static PolicyViolation violation(String key, Object @Nullable [] parameters) {
        return new PolicyViolation(key, parameters == null ? List.of() : Arrays.asList(parameters));
    }

    private static UserModel user(KeycloakSession session, RealmModel realm, String accountId) {
        return Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
    }
}
