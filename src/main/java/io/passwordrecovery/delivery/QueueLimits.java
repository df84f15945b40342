// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How large a {@link DeliveryQueue} is.
 *
 * @param capacity deliveries that wait for their first try, and as many again that wait for another
 * @param threads for tries that take no longer than {@code patience}
 * @param patience how long a try may take before its thread is no longer counted
 * @param drainTime how long a shutdown waits for what is still there
 * @param spread how long, at most and at random, what has a head start waits beyond it, and once more what comes of it
 */
public record QueueLimits(int capacity, int threads, Duration patience, Duration drainTime, Duration spread) {
    public QueueLimits {
        if (capacity < 1 || threads < 1) {
            throw new IllegalArgumentException("queue-capacity and queue-threads must be at least 1");
        }
        if (spread.isNegative()) {
            throw new IllegalArgumentException("spread-milliseconds must be at least 0");
        }
    }

    /** How many tries may take longer than {@code patience}, on threads of their own. */
    int slowTries() {
        return 4 * threads;
    }

    /**
     * At random within the spread. An account makes more work than a name of nobody: at a known moment, that would be felt
     * in calls made just then.
     */
    Duration aMoment() {
        long most = spread.toMillis();
        return most == 0
                ? Duration.ZERO
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(most));
    }
}
