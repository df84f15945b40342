// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;

/** What becomes known of verifications: Keycloak's events. Never a code or a full address. */
public interface VerificationEvents {
    void verificationThrottled(String accountId, DeliveryMedium medium, Caller caller);

    void verificationCapped(String accountId, SmsCap cap, Caller caller);

    void verificationRefused(String accountId, DeliveryMedium medium, Caller caller);

    /** The user has proven the address. */
    void verified(String accountId, DeliveryMedium medium, Caller caller);
}
