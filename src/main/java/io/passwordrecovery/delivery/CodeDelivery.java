// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/**
 * What the caller is told of a delivery, real or not: Amplify's {@code codeDeliveryDetails}.
 *
 * @param destination masked
 */
public record CodeDelivery(DeliveryMedium medium, String destination) {
    public static CodeDelivery to(Destination destination) {
        return new CodeDelivery(destination.medium(), destination.masked());
    }

    public String attributeName() {
        return medium.attributeName();
    }
}
