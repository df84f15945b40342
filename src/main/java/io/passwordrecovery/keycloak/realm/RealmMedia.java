// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.List;

import org.keycloak.models.KeycloakSessionFactory;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.sms.SmsGateways;

/** The media that a realm uses now: its order, without text messages while no gateway can send them. */
public final class RealmMedia {
    private RealmMedia() {}

    public static List<DeliveryMedium> of(RecoverySettings settings, KeycloakSessionFactory factory) {
        List<DeliveryMedium> order = settings.get(RecoveryOptions.DELIVERY_ORDER);
        if (new SmsGateways(factory).isReady(settings.get(PhoneOptions.SMS_GATEWAY))) {
            return order;
        }
        List<DeliveryMedium> left =
                order.stream().filter(medium -> medium != DeliveryMedium.SMS).toList();
        // A realm of text messages alone does not begin to write mails: its deliveries fail, and its events say so.
        return left.isEmpty() ? order : left;
    }
}
