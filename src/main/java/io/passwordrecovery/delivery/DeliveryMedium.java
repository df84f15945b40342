// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/** How a message reaches the user. */
public enum DeliveryMedium {
    EMAIL("email"),
    SMS("phone_number");

    private final String attributeName;

    DeliveryMedium(String attributeName) {
        this.attributeName = attributeName;
    }

    /** The account's attribute that holds the address, as Amplify's {@code codeDeliveryDetails} names it. */
    public String attributeName() {
        return attributeName;
    }
}
