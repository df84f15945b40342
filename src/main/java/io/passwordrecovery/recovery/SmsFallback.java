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
    static SmsFallback of(ResolvedAccount recipient, Destination chosen, SmsLimits limits, Caller origin) {
        if (chosen.medium() != DeliveryMedium.SMS) {
            return new SmsFallback(Optional.of(chosen), Optional.empty());
        }
        Optional<SmsCap> cap = limits.take(recipient.subject(), chosen.address(), origin);
        return cap.isEmpty()
                ? new SmsFallback(Optional.of(chosen), cap)
                : new SmsFallback(recipient.destination(DeliveryMedium.EMAIL.name()), cap);
    }

    /** For somebody who gets nothing: the same work where a text message would have been due. */
    static SmsFallback nowhere(ResolvedAccount.Decoy decoy, DeliveryMedium shown, SmsLimits limits) {
        if (shown == DeliveryMedium.SMS) {
            limits.pretend(decoy.subject());
        }
        return new SmsFallback(Optional.empty(), Optional.empty());
    }
}
