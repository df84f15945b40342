// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.credentials.FederatedPassword;
import io.passwordrecovery.phone.PhoneNumber;

/** The realm's users, those of its user federations included. */
public final class KeycloakAccounts implements Accounts {
    private static final String NO_PASSWORD = "none";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserDestinations destinations;
    private final IdentifierNormalizer normalizer;
    private final UniformLookups uniform;

    public KeycloakAccounts(
            KeycloakSession session, RealmModel realm, UserDestinations destinations, IdentifierNormalizer normalizer) {
        this.session = session;
        this.realm = realm;
        this.destinations = destinations;
        this.normalizer = normalizer;
        this.uniform = new UniformLookups(session, realm);
    }

    @Override
    public AccountLookup find(Identifier name) {
        UserModel user = user(name);
        if (user == null) {
            uniform.afterFindingNobody();
            destinations.ofNobody(UUID.randomUUID().toString());
            return new NotRecoverable(Obstacle.UNKNOWN, Optional.empty());
        }
        return lookup(user);
    }

    @Override
    public AccountLookup byId(String accountId) {
        UserModel user = session.users().getUserById(realm, accountId);
        return user == null ? new NotRecoverable(Obstacle.UNKNOWN, Optional.empty()) : lookup(user);
    }

    private AccountLookup lookup(UserModel user) {
        Optional<Obstacle> obstacle = obstacle(user);
        if (obstacle.isPresent()) {
            destinations.ofNobody(user.getId());
            return new NotRecoverable(obstacle.get(), Optional.of(user.getId()));
        }
        return new Recoverable(account(user));
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
                : passwordVersion(
                        user.credentialManager().getStoredCredentialsStream().toList());
    }

    // All look-ups are made for every name of the kind, so that their number does not tell which one found somebody.
    private @Nullable UserModel user(Identifier name) {
        UserModel withPhone =
                normalizer.phoneNumber(name).flatMap(this::withNumber).orElse(null);
        boolean byEmail = realm.isLoginWithEmailAllowed() && name.isEmailAddress();
        UserModel withAddress = byEmail ? uniform.lookUp(name.value(), session.users()::getUserByEmail) : null;
        UserModel withName = uniform.lookUp(name.value(), session.users()::getUserByUsername);
        UserModel named = withAddress != null ? withAddress : withName;
        return named != null ? named : withPhone;
    }

    // A number of several accounts is nobody's name. Keycloak never remembers this question's answer, and the user that
    // it led to as it does any other.
    private Optional<UserModel> withNumber(PhoneNumber number) {
        List<UserModel> owners = session.users()
                .searchForUserByUserAttributeStream(realm, PhoneAttributes.NUMBER, number.e164())
                // No method reference: it would name UserModel's supertype that declares it, new in 26.6.
                .map(user -> user.getId())
                .map(id -> session.users().getUserById(realm, id))
                .filter(user -> user != null && PhoneAttributes.isVerified(user))
                .limit(2)
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
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

    private Account account(UserModel user) {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        return new Account(
                user.getId(),
                destinations.of(user, credentials),
                PhoneAttributes.preference(user),
                passwordVersion(credentials));
    }

    /** A password that a user federation keeps has no version here: its changes do not void a code. */
    private static String passwordVersion(List<CredentialModel> credentials) {
        return credentials.stream()
                .filter(credential -> PasswordCredentialModel.TYPE.equals(credential.getType()))
                .findFirst()
                .map(password -> password.getId() + "@" + password.getCreatedDate())
                .orElse(NO_PASSWORD);
    }
}
