// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.verification.VerificationEvents;

/** Keycloak's events of required actions; of a success, Keycloak itself tells. */
public final class KeycloakVerificationEvents implements VerificationEvents {
    private final UserEvents events;

    public KeycloakVerificationEvents(UserEvents events) {
        this.events = events;
    }

    @Override
    public void verificationThrottled(String accountId, Caller caller) {
        events.count(Figure.THROTTLED);
        event(accountId, caller).error(UserEvents.RATE_LIMITED);
    }

    @Override
    public void verificationCapped(String accountId, SmsCap cap, Caller caller) {
        events.smsCapped(event(accountId, caller), cap);
    }

    @Override
    public void verificationRefused(String accountId, Caller caller) {
        events.count(Figure.REFUSED);
        event(accountId, caller).error(Errors.INVALID_CODE);
    }

    private EventBuilder event(String accountId, Caller caller) {
        return events.of(EventType.CUSTOM_REQUIRED_ACTION, caller)
                .detail(Details.CUSTOM_REQUIRED_ACTION, RecoveryActions.VERIFY_PHONE_NUMBER)
                .user(accountId);
    }
}
