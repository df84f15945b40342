// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import org.jspecify.annotations.Nullable;

/** A delivery failed. The message holds no address and no code. */
public final class DeliveryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    private DeliveryException(String message, boolean worthAnotherTry, @Nullable Throwable cause) {
        super(message, cause);
        this.worthAnotherTry = worthAnotherTry;
    }

    /** Another try may succeed. */
    public static DeliveryException temporary(String message, @Nullable Throwable cause) {
        return new DeliveryException(message, true, cause);
    }

    /** No other try will. */
    public static DeliveryException permanent(String message, @Nullable Throwable cause) {
        return new DeliveryException(message, false, cause);
    }

    public boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
