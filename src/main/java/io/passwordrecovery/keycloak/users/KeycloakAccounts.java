// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    private final UniformLookups uniform;
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
        this.uniform = new UniformLookups(session, realm);
        this.names = new TypedNames(session, realm, new RealmPhones(settings).normalizer(), uniform);
        this.linked = new LinkedUsers(session, realm, settings);
    }

    @Override
    public AccountLookup find(Identifier name) {
        Optional<UserModel> user = names.find(name);
        if (user.isEmpty()) {
            uniform.afterFindingNobody();
            destinations.ofNobody(UUID.randomUUID().toString());
            linked.askForNobody();
            epochs.of(UUID.randomUUID().toString());
            return new NotRecoverable(Obstacle.UNKNOWN, Optional.empty());
        }
        if (uniform.usersAreCached()) {
            linked.askForNobody();
        }
        return lookup(user.get());
    }

    @Override
    public AccountLookup byId(String accountId) {
        UserModel user = session.users().getUserById(realm, accountId);
        return user == null ? new NotRecoverable(Obstacle.UNKNOWN, Optional.empty()) : lookup(user);
    }

    // Whatever stands in the way, all is asked.
    private AccountLookup lookup(UserModel user) {
        boolean isLinked = linked.isRefused(user);
        String epoch = epochs.of(user.getId());
        Optional<Obstacle> obstacle =
                obstacle(user).or(() -> isLinked ? Optional.of(Obstacle.LINKED) : Optional.empty());
        if (obstacle.isPresent()) {
            destinations.ofNobody(user.getId());
            return new NotRecoverable(obstacle.get(), Optional.of(user.getId()));
        }
        return new Recoverable(account(user, epoch));
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
        return FederatedPassword.isReadOnly(realm, user) ? Optional.of(Obstacle.READ_ONLY) : Optional.empty();
    }

    private Account account(UserModel user, String epoch) {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        return new Account(
                user.getId(),
                user.getUsername(),
                destinations.of(user, credentials),
                PhoneAttributes.preference(user),
                passwordVersion(credentials) + epoch);
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
