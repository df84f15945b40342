// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.account.AccountLookup.NotRecoverable;
import io.passwordrecovery.account.AccountLookup.Recoverable;
import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.credentials.FederatedPassword;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.password.PasswordEpochs;
import io.passwordrecovery.settings.RecoverySettings;

/** The realm's users, those of its user federations included. */
public final class KeycloakAccounts implements Accounts {
    private static final String NO_PASSWORD = "none";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserDestinations destinations;
    private final PasswordEpochs epochs;
    private final TypedNames names;
    private final LinkedUsers linked;

    public KeycloakAccounts(
            KeycloakSession session,
            RealmModel realm,
            UserDestinations destinations,
            PasswordEpochs epochs,
            RecoverySettings settings) {
        this.session = session;
        this.realm = realm;
        this.destinations = destinations;
        this.epochs = epochs;
        this.names = new TypedNames(session, realm, new RealmPhones(settings).normalizer());
        this.linked = new LinkedUsers(session, realm, settings);
    }

    @Override
    public AccountLookup find(Identifier name) {
        return names.find(name).map(this::lookup).orElseGet(KeycloakAccounts::unknown);
    }

    @Override
    public AccountLookup byId(String accountId) {
        UserModel user = session.users().getUserById(realm, accountId);
        return user == null ? unknown() : lookup(user);
    }

    private AccountLookup lookup(UserModel user) {
        return obstacle(user)
                .<AccountLookup>map(obstacle -> new NotRecoverable(obstacle, Optional.of(user.getId())))
                .orElseGet(() -> new Recoverable(account(user)));
    }

    private static AccountLookup unknown() {
        return new NotRecoverable(Obstacle.UNKNOWN, Optional.empty());
    }

    @Override
    public void proven(String accountId, Destination destination) {
        UserModel user = session.users().getUserById(realm, accountId);
        // As Keycloak's own reset link does (ResetCredentialEmail.action, 26.7): who reads the code has the mailbox.
        if (user != null
                && destination.medium() == DeliveryMedium.EMAIL
                && destination.address().equalsIgnoreCase(user.getEmail())
                && !user.isEmailVerified()) {
            user.setEmailVerified(true);
        }
    }

    @Override
    public String passwordVersion(String accountId) {
        UserModel user = session.users().getUserById(realm, accountId);
        return user == null
                ? NO_PASSWORD
                : passwordVersion(user.credentialManager()
                                .getStoredCredentialsStream()
                                .toList())
                        + epochs.of(accountId);
    }

    private Optional<Obstacle> obstacle(UserModel user) {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        boolean isProtected = realm.isBruteForceProtected();
        if (isProtected && protector.isPermanentlyLockedOut(session, realm, user)) {
            return Optional.of(Obstacle.LOCKED_PERMANENTLY);
        }
        if (!user.isEnabled() || user.getServiceAccountClientLink() != null) {
            return Optional.of(Obstacle.DISABLED);
        }
        if (isProtected && protector.isTemporarilyDisabled(session, realm, user)) {
            return Optional.of(Obstacle.LOCKED_TEMPORARILY);
        }
        if (FederatedPassword.isReadOnly(realm, user)) {
            return Optional.of(Obstacle.READ_ONLY);
        }
        return linked.isRefused(user) ? Optional.of(Obstacle.LINKED) : Optional.empty();
    }

    private Account account(UserModel user) {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        List<Destination> reachable = destinations.of(user, credentials);
        return new Account(
                user.getId(),
                user.getUsername(),
                reachable,
                // Without a choice the attributes are a query for nothing.
                reachable.size() < 2 ? Optional.empty() : PhoneAttributes.preference(user),
                passwordVersion(credentials) + epochs.of(user.getId()));
    }

    /** A password that a user federation keeps has no version here: the epoch tells of its changes. */
    private static String passwordVersion(List<CredentialModel> credentials) {
        return credentials.stream()
                .filter(credential -> PasswordCredentialModel.TYPE.equals(credential.getType()))
                .findFirst()
                .map(password -> password.getId() + "@" + password.getCreatedDate())
                .orElse(NO_PASSWORD);
    }
}
