// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.verification.VerificationEvents;

/** Keycloak's events of required actions; of a success, Keycloak itself tells. */
public final class KeycloakVerificationEvents implements VerificationEvents {
    static final String ACTION = "VERIFY_PHONE_NUMBER";

    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakVerificationEvents(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public void verificationThrottled(String accountId, Caller origin) {
        event(accountId, origin).error(KeycloakRecoveryEvents.RATE_LIMITED);
    }

    @Override
    public void verificationCapped(String accountId, SmsCap cap, Caller origin) {
        String limit = cap.name().toLowerCase(Locale.ROOT);
        DeliveryMetrics.smsCapped(limit);
        event(accountId, origin)
                .detail(KeycloakRecoveryEvents.SMS_LIMIT, limit)
                .error(KeycloakRecoveryEvents.SMS_LIMIT_REACHED);
    }

    @Override
    public void verificationRefused(String accountId, Caller origin) {
        event(accountId, origin).error(Errors.INVALID_CODE);
    }

    private EventBuilder event(String accountId, Caller origin) {
        return new EventBuilder(realm, session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, ACTION)
                .client(origin.clientId())
                .ipAddress(origin.ipAddress())
                .user(accountId);
    }
}
