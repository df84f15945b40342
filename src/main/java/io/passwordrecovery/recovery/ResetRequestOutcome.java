// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;

/** What became of a {@link ResetRequest}. */
public sealed interface ResetRequestOutcome {
    /**
     * A code is on its way, if there is such an account: the caller cannot tell.
     *
     * @param others the media that a wish for would be granted, beside the one that was used
     */
    record Accepted(CodeDelivery delivery, List<DeliveryMedium> others) implements ResetRequestOutcome {
        public Accepted {
            others = List.copyOf(others);
        }
    }

    /** Too often. Nothing was sent, nothing was counted. */
    record Throttled(Duration retryAfter) implements ResetRequestOutcome {}

    /** The delivery queue is full. Nothing was sent, nothing was counted. */
    record Busy(Duration retryAfter) implements ResetRequestOutcome {}
}
