// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Origin;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.limits.SmsLimits;

/**
 * Where a code really goes: to the chosen destination or, where a cap on text messages stands against it, to the
 * account's email address.
 *
 * <p>The caller is told of the chosen one all the same. The caps are the realm's, the country's and the number's own: an
 * answer that changed with them would tell that a message before was sent, and so that its account exists.
 */
record Route(Optional<Destination> destination, Optional<SmsCap> cap) {
    static Route of(Recipient recipient, Destination chosen, SmsLimits limits, Origin origin) {
        if (chosen.medium() != DeliveryMedium.SMS) {
            return new Route(Optional.of(chosen), Optional.empty());
        }
        Optional<SmsCap> cap = limits.take(recipient.subject(), chosen.address(), origin);
        return cap.isEmpty()
                ? new Route(Optional.of(chosen), cap)
                : new Route(recipient.destination(DeliveryMedium.EMAIL.name()), cap);
    }

    /** For somebody who gets nothing: the same work where a text message would have been due. */
    static Route nowhere(Recipient.Decoy decoy, DeliveryMedium shown, SmsLimits limits) {
        if (shown == DeliveryMedium.SMS) {
            limits.pretend(decoy.subject());
        }
        return new Route(Optional.empty(), Optional.empty());
    }
}
