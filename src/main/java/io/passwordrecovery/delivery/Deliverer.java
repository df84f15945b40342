// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Does one delivery of a {@link DeliveryQueue}. */
public interface Deliverer<D extends Delivery> {
    /**
     * Delivers.
     *
     * @return what is to be delivered in its place, in its own turn; empty when all is done
     * @throws DeliveryException when it was not delivered
     */
    Optional<D> deliver(D delivery) throws DeliveryException;

    /**
     * Called once when there will be no other try. MUST NOT throw.
     *
     * @param lastFailure where a try failed
     */
    void gaveUp(D delivery, GivenUp why, @Nullable Throwable lastFailure);
}
