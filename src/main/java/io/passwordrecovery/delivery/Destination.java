// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that the account really has.
 *
 * @param address the full one: {@code alice@example.test} or {@code +15550100}; never logged, never answered
 */
public record Destination(DeliveryMedium medium, String address) {
    /** E.164 with its plus sign, as somebody types a phone number in place of a user name. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9]{4,15}");

    /**
     * Takes a user name for the address that it is, if it is one of that medium.
     *
     * @param name normalised
     */
    public static Optional<Destination> typed(DeliveryMedium medium, String name) {
        boolean isAddress = switch (medium) {
            case EMAIL -> name.indexOf('@') > 0;
            case SMS -> PHONE_NUMBER.matcher(name).matches();
        };
        return isAddress ? Optional.of(new Destination(medium, name)) : Optional.empty();
    }

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
