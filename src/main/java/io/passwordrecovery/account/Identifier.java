// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A user name as the caller typed it.
 *
 * @param value 1 to 255 characters, without control characters or surrounding spaces
 */
public record Identifier(String value) {
    private static final int MAX_LENGTH = 255;

    public Identifier {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "username must be 1 to " + MAX_LENGTH + " characters without control characters");
        }
    }

    /** Returns the name, unless nobody can have typed it. */
    public static Optional<Identifier> read(String value) {
        try {
            return Optional.of(new Identifier(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One spelling for all that could mean the same account: what is limited together. */
    public String normalised() {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public boolean isEmailAddress() {
        return normalised().indexOf('@') > 0;
    }

    @Override
    public String toString() {
        return "[typed name]";
    }
}
