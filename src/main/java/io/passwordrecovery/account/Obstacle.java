// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

/** Why no code goes to what a typed name led to. The caller of the API never learns which. */
public enum Obstacle {
    UNKNOWN,
    DISABLED,
    LOCKED_TEMPORARILY,
    LOCKED_PERMANENTLY,
    /** The password is kept in a user federation that does not let it be written. */
    READ_ONLY,
    /** They sign in through an identity provider, and the realm recovers no such users. */
    LINKED,
    /** No destination of a medium that the realm uses. */
    UNREACHABLE,
    /** The account has had enough codes under its names together. */
    LIMITED,
    /** So many guesses at the account's codes went wrong that no other is compared for now. */
    GUESSED_AT,
}
