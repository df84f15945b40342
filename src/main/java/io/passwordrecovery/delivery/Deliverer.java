// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Instant;

/** Does one delivery of a {@link DeliveryQueue}. */
public interface Deliverer<T> {
    /** When the delivery is no longer worth a try. */
    Instant expiresAt(T delivery);

    /**
     * Delivers.
     *
     * @throws DeliveryException when another try may succeed
     */
    void deliver(T delivery) throws DeliveryException;

    /** Called once when there will be no other try. */
    void gaveUp(T delivery, Throwable lastFailure);
}
