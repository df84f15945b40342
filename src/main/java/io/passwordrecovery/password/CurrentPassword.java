// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

/** The password that somebody says he has. */
public record CurrentPassword(String text) {
    public CurrentPassword {
        if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a password must not be empty and has no control characters");
        }
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
