// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.util.List;

/**
 * One setting of a realm: everything that there is to say of it, said once. The console's form, the check on save,
 * {@code docs/options.md} and the code all read it from here.
 *
 * @param key as stored and as written in realm files
 * @param label as shown in the console
 * @param help one or two sentences, with the unit
 * @param defaultText the default in the stored form
 * @param format what may be stored, and how it is read
 */
public record Option<T>(String key, String label, String help, String defaultText, Format<T> format) {
    // Settings are looked up by option several times a call: a record's own hash goes through every text and format.
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    public T defaultValue() {
        return format.parse(defaultText);
    }

    /**
     * Reads a stored value.
     *
     * @throws InvalidSettingException naming the setting, the accepted form and the value
     */
    public T parse(String text) {
        try {
            return format.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    key, key + " must be " + format.accepted() + ", but is " + printable(text), e);
        }
    }

    /** The choices where the console shows a list, else nothing. */
    public List<String> choices() {
        return format.choices();
    }

    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
