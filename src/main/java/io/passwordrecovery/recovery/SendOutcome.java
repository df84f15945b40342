// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.SmsCap;

/** What became of a code for an account that the caller may know all of: an administrator's. */
public sealed interface SendOutcome {
    /** It is on its way. */
    record Sent(Destination destination) implements SendOutcome {}

    /** Nothing was sent. */
    record Refused(Obstacle reason) implements SendOutcome {}

    /** A cap on text messages was reached, and the account has no email address. Nothing was sent. */
    record Capped(SmsCap cap) implements SendOutcome {}

    /** The delivery queue is full. Nothing was sent, nothing was counted. */
    record Busy() implements SendOutcome {}
}
