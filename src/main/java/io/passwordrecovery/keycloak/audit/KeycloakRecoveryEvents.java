// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Optional;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.recovery.NotSent;
import io.passwordrecovery.recovery.RecoveryEvents;
import io.passwordrecovery.recovery.RefusalReason;

/** Keycloak's user events: Realm settings → Events. */
public final class KeycloakRecoveryEvents implements RecoveryEvents {
    private final UserEvents events;

    public KeycloakRecoveryEvents(UserEvents events) {
        this.events = events;
    }

    @Override
    public void codeSent(String accountId, CodeDelivery delivery, Caller caller) {
        events.count(Figure.CODES_ISSUED);
        events.of(EventType.SEND_RESET_PASSWORD, caller)
                .user(accountId)
                .detail(UserEvents.MEDIUM, delivery.medium().name())
                .detail(UserEvents.DESTINATION, delivery.destination())
                .success();
    }

    @Override
    public void codeNotSent(Identifier name, NotSent why, Caller caller) {
        events.count(Figure.CODES_NOT_ISSUED);
        EventBuilder event = events.of(EventType.SEND_RESET_PASSWORD, caller).detail(Details.USERNAME, name.value());
        why.accountId().ifPresent(event::user);
        event.error(
                switch (why.reason()) {
                    case UNKNOWN -> Errors.USER_NOT_FOUND;
                    case DISABLED, LOCKED_PERMANENTLY -> Errors.USER_DISABLED;
                    case LOCKED_TEMPORARILY -> Errors.USER_TEMPORARILY_DISABLED;
                    case READ_ONLY, LINKED -> Errors.NOT_ALLOWED;
                    case UNREACHABLE -> Errors.INVALID_EMAIL;
                    case LIMITED -> UserEvents.RATE_LIMITED;
                    case GUESSED_AT -> UserEvents.TOO_MANY_ATTEMPTS;
                });
    }

    @Override
    public void smsCapped(String accountId, SmsCap cap, Caller caller) {
        events.smsCapped(events.of(EventType.SEND_RESET_PASSWORD, caller).user(accountId), cap);
    }

    @Override
    public void requestThrottled(Identifier name, Caller caller) {
        events.count(Figure.THROTTLED);
        events.of(EventType.SEND_RESET_PASSWORD, caller)
                .detail(Details.USERNAME, name.value())
                .error(UserEvents.RATE_LIMITED);
    }

    // As Keycloak calls the following of a mail's link, which a code stands for (LoginActionsService, 26.7).
    @Override
    public void ownershipProven(String accountId, Destination destination, Caller caller) {
        events.of(EventType.EXECUTE_ACTION_TOKEN, caller)
                .user(accountId)
                .detail(Details.ACTION, UserEvents.RESET_CODE)
                .detail(UserEvents.MEDIUM, destination.medium().name())
                .detail(UserEvents.DESTINATION, destination.masked())
                .success();
    }

    @Override
    public void passwordReset(String accountId, Destination destination, Caller caller) {
        events.count(Figure.PASSWORDS_RESET);
        events.of(EventType.RESET_PASSWORD, caller)
                .user(accountId)
                .detail(UserEvents.MEDIUM, destination.medium().name())
                .detail(UserEvents.DESTINATION, destination.masked())
                .success();
        events.credentialUpdated(accountId, caller);
    }

    @Override
    public void confirmRefused(Identifier name, Optional<String> accountId, RefusalReason reason, Caller caller) {
        events.count(reason == RefusalReason.THROTTLED ? Figure.THROTTLED : Figure.REFUSED);
        EventBuilder event = events.of(EventType.RESET_PASSWORD, caller).detail(Details.USERNAME, name.value());
        accountId.ifPresent(event::user);
        event.error(
                switch (reason) {
                    case CODE_MISMATCH -> Errors.INVALID_CODE;
                    case CODE_EXPIRED -> Errors.EXPIRED_CODE;
                    case TOO_MANY_ATTEMPTS -> UserEvents.TOO_MANY_ATTEMPTS;
                    case THROTTLED -> UserEvents.RATE_LIMITED;
                    case PASSWORD_REJECTED -> Errors.PASSWORD_REJECTED;
                });
    }
}
