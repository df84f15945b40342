// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.Optional;

import io.passwordrecovery.account.IdentifierNormalizer;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.phone.PhoneNumbers;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** How a realm reads phone numbers. */
public record RealmPhones(RecoverySettings settings) {
    /** As users type them. */
    PhoneNumbers typed() {
        return new PhoneNumbers(settings.get(PhoneOptions.DEFAULT_REGION));
    }

    /** Those that text messages may go to. */
    public AllowedNumbers allowed() {
        return new AllowedNumbers(typed(), settings.get(PhoneOptions.SMS_COUNTRY_CODES));
    }

    public IdentifierNormalizer normalizer() {
        return new IdentifierNormalizer(
                settings.get(PhoneOptions.PHONE_AS_USERNAME) ? Optional.of(typed()) : Optional.empty());
    }
}
