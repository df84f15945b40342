// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.sms.SmsGateways;

/** Says at start-up which realms have chosen a gateway that this server cannot send by. */
public final class SmsStatus {
    private static final Logger LOG = Logger.getLogger(SmsStatus.class);

    private SmsStatus() {}

    public static void warn(KeycloakSession session) {
        SmsGateways gateways = new SmsGateways(session.getKeycloakSessionFactory());
        session.realms()
                .getRealmsStream()
                .filter(RealmSettings::isSwitchedOn)
                .forEach(realm -> problems(gateways, realm)
                        .forEach(
                                problem -> LOG.warnf("Realm %s sends no text messages: %s", realm.getName(), problem)));
    }

    private static List<String> problems(SmsGateways gateways, RealmModel realm) {
        return RealmSettings.read(realm)
                .get(PhoneOptions.SMS_GATEWAY)
                .map(gateways::problems)
                .orElse(List.of());
    }
}
