// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.account.ChangedAddresses;
import io.passwordrecovery.account.ChangedAddresses.Change;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.realm.RealmPhones;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.phone.PhoneNumber;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** Where a user can be reached, as far as the realm reaches anybody there. */
public final class UserDestinations {
    private final RecoverySettings settings;
    private final Set<DeliveryMedium> media;
    private final AllowedNumbers allowed;
    private final ChangedAddresses changed;
    private final VerifiedPhones phones;

    public UserDestinations(
            RecoverySettings settings, List<DeliveryMedium> media, ChangedAddresses changed, VerifiedPhones phones) {
        this.settings = settings;
        this.changed = changed;
        this.phones = phones;
        this.media = Set.copyOf(media);
        this.allowed = new RealmPhones(settings).allowed();
    }

    /** @param credentials the user's, which are costly to ask for twice */
    List<Destination> of(UserModel user, List<CredentialModel> credentials) {
        boolean mustBeVerified = settings.get(RecoveryOptions.REQUIRE_VERIFIED_EMAIL);
        Optional<Destination> phone = isSecondFactorByPhone(credentials) ? Optional.empty() : number(user);
        Optional<Destination> email = email(user, mustBeVerified);
        return Stream.of(isBelieved(user, changed.of(user.getId())) ? email : Optional.<Destination>empty(), phone)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A notice opens nothing: it also goes where no code may, and to an address that the user has just left,
     * but by no medium that the realm does not use.
     */
    public List<Destination> ofNotices(UserModel user) {
        Optional<Destination> previous = changed.of(user.getId())
                .filter(change -> change.ledTo(address(user)))
                .map(change -> new Destination(DeliveryMedium.EMAIL, change.previous()));
        return Stream.of(email(user, false), previous, number(user))
                .flatMap(Optional::stream)
                .filter(one -> media.contains(one.medium()))
                .toList();
    }

    /** Where somebody tries a medium by writing to themselves, whether or not the realm uses it. */
    public Optional<Destination> ofTest(UserModel user, DeliveryMedium medium) {
        return switch (medium) {
            case EMAIL -> email(user, false);
            case SMS -> number(phones.of(user));
        };
    }

    // Whoever holds a token of the user's may change the address, and must not be able to recover the account by it.
    private static boolean isBelieved(UserModel user, Optional<Change> change) {
        return user.isEmailVerified()
                || change.filter(latest -> latest.ledTo(address(user))).isEmpty();
    }

    private static String address(UserModel user) {
        return user.getEmail() == null ? "" : user.getEmail();
    }

    private static Optional<Destination> email(UserModel user, boolean mustBeVerified) {
        return Optional.ofNullable(user.getEmail())
                .filter(email -> !email.isBlank() && (user.isEmailVerified() || !mustBeVerified))
                .map(email -> new Destination(DeliveryMedium.EMAIL, email));
    }

    private Optional<Destination> number(UserModel user) {
        // A look for what no message may go to is a query for nothing.
        return media.contains(DeliveryMedium.SMS) ? number(phones.of(user)) : Optional.empty();
    }

    private Optional<Destination> number(Optional<String> proven) {
        return proven.flatMap(allowed::read)
                .map(PhoneNumber::e164)
                .map(number -> new Destination(DeliveryMedium.SMS, number));
    }

    // Whoever holds the phone could reset the password and then sign in: one thing would be both factors.
    private boolean isSecondFactorByPhone(List<CredentialModel> credentials) {
        Set<String> types = settings.get(PhoneOptions.SMS_SECOND_FACTORS);
        return credentials.stream().map(CredentialModel::getType).anyMatch(types::contains);
    }
}
