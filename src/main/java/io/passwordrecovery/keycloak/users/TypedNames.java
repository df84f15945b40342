// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.phone.PhoneNumber;

/** Whose name it is that somebody typed. What is the name of several accounts is nobody's. */
final class TypedNames {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdentifierNormalizer normalizer;
    private final VerifiedPhones phones;

    TypedNames(KeycloakSession session, RealmModel realm, IdentifierNormalizer normalizer) {
        this.session = session;
        this.realm = realm;
        this.normalizer = normalizer;
        this.phones = new VerifiedPhones(session, realm);
    }

    /**
     * What is proven or unique goes before what anybody may enter: a verified number before a user name that looks like
     * it, a user name before an address that is the same.
     */
    Optional<UserModel> find(Identifier name) {
        return normalizer
                .phoneNumber(name)
                .flatMap(this::withNumber)
                .or(() -> withName(name))
                .or(() -> withAddress(name));
    }

    private Optional<UserModel> withName(Identifier name) {
        return onlyOne(() -> session.users().getUserByUsername(realm, name.value()));
    }

    private Optional<UserModel> withAddress(Identifier name) {
        boolean byEmail = realm.isLoginWithEmailAllowed() && name.isEmailAddress();
        return byEmail ? onlyOne(() -> session.users().getUserByEmail(realm, name.value())) : Optional.empty();
    }

    // An address may belong to several where the realm allowed it once, or a directory does (26.7): to nobody, then.
    private static Optional<UserModel> onlyOne(Supplier<@Nullable UserModel> lookUp) {
        try {
            return Optional.ofNullable(lookUp.get());
        } catch (ModelDuplicateException e) {
            return Optional.empty();
        }
    }

    // Keycloak never remembers this question's answer, and the user that it led to as it does any other.
    private Optional<UserModel> withNumber(PhoneNumber number) {
        try {
            List<UserModel> owners = session.users()
                    .searchForUserByUserAttributeStream(realm, PhoneAttributes.NUMBER, number.e164())
                    // No method reference: it would name UserModel's supertype that declares it, new in 26.6.
                    .map(user -> user.getId())
                    .map(this::byId)
                    .filter(user -> user != null && phones.isVerified(user))
                    .limit(2)
                    .toList();
            return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
        } catch (ModelDuplicateException e) {
            return Optional.empty();
        }
    }

    private @Nullable UserModel byId(String id) {
        return session.users().getUserById(realm, id);
    }
}
