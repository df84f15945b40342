// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/** A delivery failed in a way that may pass. The message holds no address and no code. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    public DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
