// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import org.keycloak.events.Errors;

import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.password.UpdateOutcome;

/** Keycloak's events of credentials that their owners change. */
public final class KeycloakUpdateEvents implements UpdateEvents {
    private final UserEvents events;

    public KeycloakUpdateEvents(UserEvents events) {
        this.events = events;
    }

    @Override
    public void updated(String accountId, Caller caller) {
        events.count(Figure.PASSWORDS_UPDATED);
        events.credentialUpdated(accountId, caller);
    }

    @Override
    public void refused(String accountId, Caller caller, UpdateOutcome.Reason reason) {
        events.count(Figure.REFUSED);
        events.credential(accountId, caller)
                .error(
                        switch (reason) {
                            case WRONG_PASSWORD -> Errors.INVALID_USER_CREDENTIALS;
                            case LOCKED -> Errors.USER_TEMPORARILY_DISABLED;
                            case TOO_MANY_FAILURES -> UserEvents.TOO_MANY_ATTEMPTS;
                            case PASSWORD_REJECTED -> Errors.PASSWORD_REJECTED;
                        });
    }
}
