// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;

import io.passwordrecovery.delivery.Destination;

/** What became of a {@link PhoneEntry}. */
public sealed interface PhoneEntryOutcome {
    /** A code is on its way. */
    record Sent(Destination destination) implements PhoneEntryOutcome {}

    /**
     * Nothing was sent.
     *
     * @param retryAfter zero where waiting is not the point
     */
    record Refused(Reason reason, Duration retryAfter) implements PhoneEntryOutcome {}

    /** Why. */
    enum Reason {
        /** No number, or one that the realm does not send to. */
        INVALID_NUMBER,
        /** Too soon or too often for the user or the network. */
        THROTTLED,
        /** A cap on text messages, or a full queue. */
        UNAVAILABLE,
    }
}
