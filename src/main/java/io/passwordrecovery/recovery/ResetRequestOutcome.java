// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;

import io.passwordrecovery.delivery.CodeDelivery;

/** What became of a {@link ResetRequest}. */
public sealed interface ResetRequestOutcome {
    /** A code is on its way, if there is such an account: the caller cannot tell. */
    record Accepted(CodeDelivery delivery) implements ResetRequestOutcome {}

    /** Too often. Nothing was sent, nothing was counted. */
    record Throttled(Duration retryAfter) implements ResetRequestOutcome {}

    /** The delivery queue is full. Nothing was sent, nothing was counted. */
    record Busy(Duration retryAfter) implements ResetRequestOutcome {}
}
