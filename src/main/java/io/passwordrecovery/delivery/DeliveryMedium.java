// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.Arrays;
import java.util.Optional;

/** How a message reaches the user. */
public enum DeliveryMedium {
    EMAIL("email"),
    SMS("phone_number");

    private final String attributeName;

    DeliveryMedium(String attributeName) {
        this.attributeName = attributeName;
    }

    /** The medium of an attribute, as {@link #attributeName} names it. */
    public static Optional<DeliveryMedium> ofAttribute(String name) {
        return Arrays.stream(values())
                .filter(medium -> medium.attributeName.equals(name))
                .findFirst();
    }

    /** The account's attribute that holds the address, as Amplify's {@code codeDeliveryDetails} names it. */
    public String attributeName() {
        return attributeName;
    }
}
