// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;

/**
 * A signed-in user enters the code that was sent to an address.
 *
 * @param destination as {@link AddressEntryOutcome.Sent} told it
 */
public record AddressProof(String accountId, Destination destination, ResetCode code, Caller caller) {
    /** @param number in E.164 */
    public AddressProof(String accountId, String number, ResetCode code, Caller caller) {
        this(accountId, new Destination(DeliveryMedium.SMS, number), code, caller);
    }

    @Override
    public String toString() {
        return "AddressProof[" + accountId + "]";
    }
}
