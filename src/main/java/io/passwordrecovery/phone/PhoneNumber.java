// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.phone;

/**
 * A number that exists in its country's numbering plan. Two spellings of one number are equal.
 *
 * @param e164 {@code +12015550123}; never logged
 * @param callingCode {@code 1}
 * @param country which of those that share a calling code: {@code US}, as in ISO 3166; {@code 001} for none
 * @param kind what may answer there
 */
public record PhoneNumber(String e164, int callingCode, String country, Kind kind) {
    /** What may answer there, as far as it matters for text messages. */
    public enum Kind {
        /** A person's phone, or what cannot be told from one in this country. */
        PERSONAL,
        /** Calls and messages cost extra, and somebody earns by them. */
        PREMIUM,
        /** Paging, voice mail, toll-free and company numbers, and whatever the plan does not say. */
        OTHER,
    }

    /** With its last four digits alone. */
    @Override
    public String toString() {
        return country + " …" + e164.substring(e164.length() - 4);
    }
}
