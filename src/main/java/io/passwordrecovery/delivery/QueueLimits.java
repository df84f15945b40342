// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;

/**
 * How large a {@link DeliveryQueue} is.
 *
 * @param capacity deliveries that wait for their first try, and as many again that wait for another
 * @param threads for tries that take no longer than {@code patience}
 * @param patience how long a try may take before its thread is no longer counted
 * @param drainTime how long a shutdown waits for what is still there
 */
public record QueueLimits(int capacity, int threads, Duration patience, Duration drainTime) {
    public QueueLimits {
        if (capacity < 1 || threads < 1) {
            throw new IllegalArgumentException("queue-capacity and queue-threads must be at least 1");
        }
    }

    /** How many tries may take longer than {@code patience}, on threads of their own. */
    int slowTries() {
        return 4 * threads;
    }
}
