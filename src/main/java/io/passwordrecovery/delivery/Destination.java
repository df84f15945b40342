// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/**
 * An address that the account really has.
 *
 * @param address the full one: {@code alice@example.test} or {@code +15550100}; never logged, never answered
 */
public record Destination(DeliveryMedium medium, String address) {
    /** The form in which an address may be shown: {@code a***@e***}, {@code +*******0100}. */
    public String masked() {
        return switch (medium) {
            case EMAIL -> maskedEmail(address);
            case SMS -> maskedPhone(address);
        };
    }

    static String maskedEmail(String address) {
        int at = address.lastIndexOf('@');
        return first(address.substring(0, Math.max(at, 0))) + "***@" + first(address.substring(at + 1)) + "***";
    }

    // The same number of stars whatever the number's length: the length would tell the country.
    static String maskedPhone(String number) {
        return "+*******" + number.substring(Math.max(0, number.length() - 4));
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }

    @Override
    public String toString() {
        return medium + ":" + masked();
    }
}
