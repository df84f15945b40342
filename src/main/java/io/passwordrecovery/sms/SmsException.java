// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms;

import org.jspecify.annotations.Nullable;

/** The gateway did not accept a message. The text goes to the log: no number, no code, no secret. */
public final class SmsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;

    private SmsException(String message, @Nullable Throwable cause, boolean worthAnotherTry) {
        super(message, cause);
        this.worthAnotherTry = worthAnotherTry;
    }

    /** The same message may be accepted later. */
    public static SmsException temporary(String message, @Nullable Throwable cause) {
        return new SmsException(message, cause, true);
    }

    /** It will not, or must not be sent again. */
    public static SmsException permanent(String message, @Nullable Throwable cause) {
        return new SmsException(message, cause, false);
    }

    public boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }
}
