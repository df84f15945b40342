// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

/**
 * A password as somebody typed it: the present one, or the one that they want to have.
 *
 * @param text not empty, without control characters; anything else is the realm's policy's business
 */
public record Password(String text) {
    public Password {
        if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a password must not be empty and has no control characters");
        }
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
