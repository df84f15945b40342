// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;

/**
 * How large a {@link DeliveryQueue} is.
 *
 * @param capacity messages, waiting or under way
 * @param threads that deliver
 * @param drainTime how long a shutdown waits for what is still there
 */
public record QueueLimits(int capacity, int threads, Duration drainTime) {}
