// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Objects;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.verification.PhoneBook;

/** Phone numbers in the users' attributes. */
public final class KeycloakPhoneBook implements PhoneBook {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final VerifiedPhones phones;

    public KeycloakPhoneBook(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.phones = new VerifiedPhones(session, realm);
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
    public void putVerified(String accountId, String number) {
        phones.prove(user(accountId), number);
    }

    private UserModel user(String accountId) {
        return Objects.requireNonNull(session.users().getUserById(realm, accountId), "the account is gone");
    }
}
