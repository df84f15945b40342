// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.verification.VerificationEvents;

/** Keycloak's events of the required action, and of its own verification of email addresses. */
public final class KeycloakVerificationEvents implements VerificationEvents {
    private final UserEvents events;

    public KeycloakVerificationEvents(UserEvents events) {
        this.events = events;
    }

    @Override
    public void verificationThrottled(String accountId, DeliveryMedium medium, Caller caller) {
        events.count(Figure.THROTTLED);
        event(accountId, medium, EventType.SEND_VERIFY_EMAIL, caller).error(UserEvents.RATE_LIMITED);
    }

    @Override
    public void verificationCapped(String accountId, SmsCap cap, Caller caller) {
        events.smsCapped(ofPhone(accountId, caller), cap);
    }

    @Override
    public void verificationRefused(String accountId, DeliveryMedium medium, Caller caller) {
        events.count(Figure.REFUSED);
        event(accountId, medium, EventType.VERIFY_EMAIL, caller).error(Errors.INVALID_CODE);
    }

    @Override
    public void verified(String accountId, DeliveryMedium medium, Caller caller) {
        event(accountId, medium, EventType.VERIFY_EMAIL, caller).success();
    }

    private EventBuilder event(String accountId, DeliveryMedium medium, EventType ofEmail, Caller caller) {
        return switch (medium) {
            case EMAIL -> events.of(ofEmail, caller).user(accountId);
            case SMS -> ofPhone(accountId, caller);
        };
    }

    private EventBuilder ofPhone(String accountId, Caller caller) {
        return events.of(EventType.CUSTOM_REQUIRED_ACTION, caller)
                .detail(Details.CUSTOM_REQUIRED_ACTION, RecoveryActions.VERIFY_PHONE_NUMBER)
                .user(accountId);
    }
}
