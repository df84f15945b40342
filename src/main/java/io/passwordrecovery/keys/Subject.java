// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

/**
 * Whom a code, a ticket or a count belongs to.
 *
 * @param key opaque, without personal data, unique within the realm; at most 64 characters
 */
public record Subject(String key) {
    public Subject {
        if (key.isBlank() || key.length() > 64) {
            throw new IllegalArgumentException("a subject's key has 1 to 64 characters");
        }
    }

    /** The account itself, under whichever of its names it was reached. */
    public static Subject account(String accountId) {
        return new Subject("a." + accountId);
    }

    /** A name as somebody typed it, whether or not an account has it. */
    public static Subject name(String hashOfName) {
        return new Subject("n." + hashOfName);
    }

    /** What stands in for the account where the typed name leads to none. */
    public static Subject decoy(String hashOfName) {
        return new Subject("d." + hashOfName);
    }
}
