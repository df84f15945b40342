// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.limits.SmsLimits;

/**
 * Where a code really goes: to the chosen destination or, where a cap on text messages stands against it, to the
 * account's email address.
 *
 * <p>The caller is told of the chosen one all the same. The caps are the realm's, the country's and the number's own: an
 * answer that changed with them would tell that a message before was sent, and so that its account exists.
 */
record SmsFallback(Optional<Destination> destination, Optional<SmsCap> cap) {
    static SmsFallback of(ResolvedAccount account, Destination chosen, SmsLimits limits, Caller caller) {
        if (chosen.medium() != DeliveryMedium.SMS) {
            return new SmsFallback(Optional.of(chosen), Optional.empty());
        }
        Optional<SmsCap> cap = limits.take(account.key(), chosen.address(), caller);
        return cap.isEmpty()
                ? new SmsFallback(Optional.of(chosen), cap)
                : new SmsFallback(account.destination(DeliveryMedium.EMAIL.name()), cap);
    }
}
