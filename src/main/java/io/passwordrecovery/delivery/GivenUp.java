// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/** Why something in a {@link DeliveryQueue} was not delivered. */
public enum GivenUp {
    /** No other try will do better. */
    REFUSED,
    /** It is too late, or was tried often enough. */
    EXPIRED,
    /** A newer notice of the same subject took its place. */
    REPLACED,
    /** Its owner has as much in the queue as it may have. */
    NO_PLACE,
    /** The queue was closed. */
    STOPPED
}
