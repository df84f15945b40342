// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;

import io.passwordrecovery.delivery.Destination;

/** What became of a {@link PhoneEntry}. */
public sealed interface AddressEntryOutcome {
    /** A code is on its way. */
    record Sent(Destination destination) implements AddressEntryOutcome {}

    /**
     * Nothing was sent.
     *
     * @param retryAfter zero where waiting is not the point
     */
    record Refused(Reason reason, Duration retryAfter) implements AddressEntryOutcome {
        static Refused because(Reason reason) {
            return new Refused(reason, Duration.ZERO);
        }
    }

    /** Why. */
    enum Reason {
        /** No address, or one that the realm does not send to. */
        INVALID_ADDRESS,
        /** Too soon or too often for the user or the network. */
        THROTTLED,
        /** A cap on text messages, or a full queue. */
        UNAVAILABLE,
        /** The user signed in too long ago to prove an address over an API. */
        STALE_SIGN_IN,
    }
}
