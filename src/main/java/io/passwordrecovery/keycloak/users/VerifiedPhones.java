// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.keycloak.realm.KeycloakRecoveryKeys;
import io.passwordrecovery.keys.RecoveryKey;

/**
 * Which phone numbers are proven to be their users'.
 *
 * <p>The attribute {@code phoneNumberVerified} says so to applications; here it counts only beside a keyed hash of the
 * user and the number, {@code phoneNumberProof}. Whatever changes the number alone, or sets both, without being able to
 * write that hash (a user in their profile, an identity provider, a directory) has proven nothing.
 */
public final class VerifiedPhones {
    private static final String PURPOSE = "verified-phone";
    private static final char SEPARATOR = '.';

    private final KeycloakRecoveryKeys keys;

    public VerifiedPhones(KeycloakSession session, RealmModel realm) {
        this.keys = new KeycloakRecoveryKeys(session, realm);
    }

    /** The number that is proven to be the user's. */
    Optional<String> of(UserModel user) {
        return Optional.ofNullable(user.getFirstAttribute(PhoneAttributes.NUMBER))
                .filter(number -> PhoneAttributes.isFlagged(user) && hasProof(user, number));
    }

    boolean isVerified(UserModel user) {
        return of(user).isPresent();
    }

    /** Somebody who may say so has said that the number is the user's. */
    void prove(UserModel user, String number) {
        user.setSingleAttribute(PhoneAttributes.NUMBER, number);
        user.setSingleAttribute(PhoneAttributes.PROOF, proof(keys.active(), user, number));
        user.setSingleAttribute(PhoneAttributes.VERIFIED, "true");
    }

    /** Writes the proof anew where it was made with an earlier key of the realm, which may be deleted one day. */
    void refresh(UserModel user) {
        RecoveryKey active = keys.active();
        String proof = user.getFirstAttribute(PhoneAttributes.PROOF);
        if (proof != null && !proof.startsWith(active.id() + SEPARATOR)) {
            of(user).ifPresent(number -> prove(user, number));
        }
    }

    private boolean hasProof(UserModel user, String number) {
        String proof = user.getFirstAttribute(PhoneAttributes.PROOF);
        if (proof == null || proof.indexOf(SEPARATOR) < 0) {
            return false;
        }
        return keys.find(proof.substring(0, proof.lastIndexOf(SEPARATOR)))
                .filter(key -> RecoveryKey.sameMac(proof, proof(key, user, number)))
                .isPresent();
    }

    private static String proof(RecoveryKey key, UserModel user, String number) {
        return key.id() + SEPARATOR + key.macText(PURPOSE, user.getId(), number);
    }
}
