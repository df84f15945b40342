// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.admin.Lack.Kind;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.RecoveryStatus;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.settings.RecoveryOptions;

/** What a realm, or its server, lacks. */
final class RealmLacks {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final PasswordRecoveryProvider provider;
    private final RecoveryStatus status;

    RealmLacks(KeycloakSession session, RealmModel realm, PasswordRecoveryProvider provider, RecoveryStatus status) {
        this.session = session;
        this.realm = realm;
        this.provider = provider;
        this.status = status;
    }

    List<Lack> all() {
        List<Lack> lacks = new ArrayList<>();
        if (!provider.isSwitchedOn()) {
            lacks.add(new Lack(Kind.SWITCH, "Authentication → Required actions → Change password is not enabled."));
        }
        if (!provider.realmSwitches().isForgotPasswordOn()) {
            lacks.add(new Lack(Kind.FORGOT_PASSWORD, "Realm settings → Login → Forgot password is off."));
        }
        AuthenticationFlowModel flow = realm.getResetCredentialsFlow();
        if (flow == null || !new ResetFlows(realm).asksForACode(flow)) {
            lacks.add(new Lack(
                    Kind.RESET_FLOW, "The bound reset credentials flow has no step Reset code: POST setup copies it."));
        }
        lacks.addAll(media());
        if (!status.storeCounts()) {
            lacks.add(new Lack(
                    Kind.COUNTING_STORE, "The single-use store of this server does not count; its log says more."));
        }
        if (!status.missingApi().isEmpty()) {
            lacks.add(new Lack(
                    Kind.SERVER_API,
                    "This Keycloak lacks " + String.join(", ", status.missingApi())
                            + ": install a version of the plugin that knows it."));
        }
        return List.copyOf(lacks);
    }

    private List<Lack> media() {
        List<Lack> lacks = new ArrayList<>();
        List<DeliveryMedium> order = provider.settings().get(RecoveryOptions.DELIVERY_ORDER);
        boolean hasGateway = provider.settings().get(PhoneOptions.SMS_GATEWAY).isPresent();
        if (order.contains(DeliveryMedium.EMAIL) && !hasMailServer()) {
            lacks.add(new Lack(Kind.MAIL_SERVER, "Realm settings → Email has no host, or no sender."));
        }
        if (!order.contains(DeliveryMedium.SMS)) {
            return lacks;
        }
        if (!hasGateway && order.size() == 1) {
            lacks.add(new Lack(Kind.SMS_GATEWAY, "delivery-order is SMS alone, and sms-gateway is empty."));
        }
        status.gatewayProblems().forEach(problem -> lacks.add(new Lack(Kind.SMS_GATEWAY, problem)));
        if (hasGateway && !ProfilePhones.of(session).canBeStored()) {
            lacks.add(new Lack(
                    Kind.PHONE_ATTRIBUTES,
                    "The user profile lacks attributes for phone numbers: POST setup adds them (\"phone\": true)."));
        }
        return lacks;
    }

    private boolean hasMailServer() {
        Map<String, String> smtp = realm.getSmtpConfig();
        return !smtp.getOrDefault("host", "").isBlank()
                && !smtp.getOrDefault("from", "").isBlank();
    }
}
