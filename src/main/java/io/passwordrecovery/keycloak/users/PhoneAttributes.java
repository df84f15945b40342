// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.users;

import java.util.Optional;

import org.keycloak.models.UserModel;

import io.passwordrecovery.delivery.DeliveryMedium;

/** A user's phone number, in the attributes of Keycloak's own OpenID Connect scope "phone". */
final class PhoneAttributes {
    /** In E.164. */
    static final String NUMBER = "phoneNumber";

    static final String VERIFIED = "phoneNumberVerified";

    /** Without which the flag does not count; see {@link VerifiedPhones}. */
    static final String PROOF = "phoneNumberProof";

    /** {@code EMAIL} or {@code SMS}: how the user likes codes to come. */
    static final String PREFERRED_MEDIUM = "preferredRecoveryMedium";

    private PhoneAttributes() {}

    /** Whether somebody, anybody, says that the number is verified. */
    static boolean isFlagged(UserModel user) {
        return "true".equals(user.getFirstAttribute(VERIFIED));
    }

    static Optional<DeliveryMedium> preference(UserModel user) {
        String medium = user.getFirstAttribute(PREFERRED_MEDIUM);
        if (DeliveryMedium.EMAIL.name().equalsIgnoreCase(medium)) {
            return Optional.of(DeliveryMedium.EMAIL);
        }
        return DeliveryMedium.SMS.name().equalsIgnoreCase(medium) ? Optional.of(DeliveryMedium.SMS) : Optional.empty();
    }
}
