// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.util.regex.Pattern;

/**
 * The secret that is sent to the user, or that somebody enters as such.
 *
 * @param digits as compared: {@code 123456}, after {@link #typed}'s clean-up; may be anything when typed
 */
public record ResetCode(String digits) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}]+");

    /** Takes a code as people enter it: spaces and dashes are ignored, the digits of every script are digits. */
    public static ResetCode typed(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints()
                .map(symbol -> Character.isDigit(symbol) ? '0' + Character.digit(symbol, 10) : symbol)
                .forEach(ascii::appendCodePoint);
        return new ResetCode(SEPARATORS.matcher(ascii).replaceAll(""));
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
