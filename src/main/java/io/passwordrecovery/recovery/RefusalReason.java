// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

/** Why a code, or the password that came with it, was refused. */
public enum RefusalReason {
    /** Reached in the same way by names that lead to no account; so are the next three. */
    CODE_MISMATCH,
    CODE_EXPIRED,
    TOO_MANY_ATTEMPTS,
    /** The caller's network has entered too many codes, whosever they were. */
    THROTTLED,
    /** Only told to somebody who had the right code, which stays good. */
    PASSWORD_REJECTED,
}
