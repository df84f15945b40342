// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

/**
 * A password as somebody typed it: the present one, or the one that they want to have.
 *
 * @param text not empty, without control characters; anything else is the realm's policy's business
 */
public record Password(String text) {
    /**
     * The longest new one, in characters as Cognito counts them. Whoever has a longer one, by Keycloak itself, can still
     * enter it to change it.
     */
    public static final int MAX_LENGTH = 256;

    public Password {
        if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a password must not be empty and has no control characters");
        }
    }

    /**
     * One that somebody wants to have, refused before anything is hashed, whatever the realm's policy says.
     *
     * @throws IllegalArgumentException where it is too long
     */
    public static Password wanted(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a new password has at most " + MAX_LENGTH + " characters");
        }
        return new Password(text);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
