// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Objects;
import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.verification.AddressBook;

/** Phone numbers in the users' attributes, and their email addresses. */
public final class KeycloakAddressBook implements AddressBook {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final VerifiedPhones phones;

    public KeycloakAddressBook(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.phones = new VerifiedPhones(session, realm);
    }

    @Override
    public Optional<Destination> own(String accountId, DeliveryMedium medium) {
        UserModel user = user(accountId);
        return Optional.ofNullable(
                        switch (medium) {
                            case EMAIL -> user.getEmail();
                            case SMS -> user.getFirstAttribute(PhoneAttributes.NUMBER);
                        })
                .filter(address -> !address.isBlank())
                .map(address -> new Destination(medium, address));
    }

    @Override
    public boolean isVerified(String accountId, String number) {
        return phones.of(user(accountId)).filter(number::equals).isPresent();
    }

    // The flag first: at no time may an unproven number be a verified one.
    @Override
    public void putUnverified(String accountId, String number) {
        user(accountId).setSingleAttribute(PhoneAttributes.VERIFIED, "false");
        user(accountId).setSingleAttribute(PhoneAttributes.NUMBER, number);
    }

    @Override
    public void putVerified(String accountId, Destination proven) {
        UserModel user = user(accountId);
        switch (proven.medium()) {
            case EMAIL -> {
                user.setEmailVerified(true);
                user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
            }
            case SMS -> phones.prove(user, proven.address());
        }
    }

    private UserModel user(String accountId) {
        return Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
    }
}
