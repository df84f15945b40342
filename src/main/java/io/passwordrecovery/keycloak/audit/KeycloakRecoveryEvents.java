// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.password.UpdateEvents;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ConfirmOutcome;
import io.passwordrecovery.recovery.NotSent;
import io.passwordrecovery.recovery.RecoveryEvents;

/** Keycloak's user events: Realm settings → Events. */
public final class KeycloakRecoveryEvents implements RecoveryEvents, UpdateEvents {
    public static final String MEDIUM = "delivery_medium";
    public static final String DESTINATION = "destination";

    /** Not among Keycloak's {@link Errors}: it limits no requests itself. */
    static final String RATE_LIMITED = "rate_limited";

    static final String TOO_MANY_ATTEMPTS = "too_many_attempts";

    /** Keycloak sends no text messages itself. */
    public static final String SMS_SEND_FAILED = "sms_send_failed";

    static final String SMS_LIMIT_REACHED = "sms_limit_reached";
    static final String SMS_LIMIT = "sms_limit";

    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakRecoveryEvents(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public void codeSent(String accountId, CodeDelivery delivery, Caller origin) {
        event(EventType.SEND_RESET_PASSWORD, origin)
                .user(accountId)
                .detail(MEDIUM, delivery.medium().name())
                .detail(DESTINATION, delivery.destination())
                .success();
    }

    @Override
    public void codeWithheld(Identifier name, NotSent why, Caller origin) {
        EventBuilder event = event(EventType.SEND_RESET_PASSWORD, origin).detail(Details.USERNAME, name.value());
        why.accountId().ifPresent(event::user);
        event.error(
                switch (why.reason()) {
                    case UNKNOWN -> Errors.USER_NOT_FOUND;
                    case DISABLED, LOCKED_PERMANENTLY -> Errors.USER_DISABLED;
                    case LOCKED_TEMPORARILY -> Errors.USER_TEMPORARILY_DISABLED;
                    case READ_ONLY -> Errors.NOT_ALLOWED;
                    case UNREACHABLE -> Errors.INVALID_EMAIL;
                    case LIMITED -> RATE_LIMITED;
                });
    }

    @Override
    public void smsCapped(String accountId, SmsCap cap, Caller origin) {
        String limit = cap.name().toLowerCase(Locale.ROOT);
        DeliveryMetrics.smsCapped(limit);
        event(EventType.SEND_RESET_PASSWORD, origin)
                .user(accountId)
                .detail(SMS_LIMIT, limit)
                .error(SMS_LIMIT_REACHED);
    }

    @Override
    public void requestThrottled(Identifier name, Caller origin) {
        event(EventType.SEND_RESET_PASSWORD, origin)
                .detail(Details.USERNAME, name.value())
                .error(RATE_LIMITED);
    }

    @Override
    public void passwordReset(String accountId, Destination destination, Caller origin) {
        event(EventType.RESET_PASSWORD, origin)
                .user(accountId)
                .detail(MEDIUM, destination.medium().name())
                .detail(DESTINATION, destination.masked())
                .success();
        credentialUpdated(accountId, origin);
    }

    @Override
    public void confirmRefused(Identifier name, ConfirmOutcome.Reason reason, Caller origin) {
        event(EventType.RESET_PASSWORD, origin)
                .detail(Details.USERNAME, name.value())
                .error(
                        switch (reason) {
                            case CODE_MISMATCH -> Errors.INVALID_CODE;
                            case CODE_EXPIRED -> Errors.EXPIRED_CODE;
                            case TOO_MANY_ATTEMPTS -> TOO_MANY_ATTEMPTS;
                            case BUSY -> RATE_LIMITED;
                            case PASSWORD_REJECTED -> Errors.PASSWORD_REJECTED;
                        });
    }

    @Override
    public void updated(String accountId, Caller origin) {
        credentialUpdated(accountId, origin);
    }

    @Override
    public void refused(String accountId, Caller origin, UpdateOutcome.Reason reason) {
        event(EventType.UPDATE_CREDENTIAL, origin)
                .user(accountId)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .error(
                        switch (reason) {
                            case WRONG_PASSWORD -> Errors.INVALID_USER_CREDENTIALS;
                            case LOCKED -> Errors.USER_TEMPORARILY_DISABLED;
                            case TOO_MANY_FAILURES -> TOO_MANY_ATTEMPTS;
                            case PASSWORD_REJECTED -> Errors.PASSWORD_REJECTED;
                            case BUSY -> RATE_LIMITED;
                        });
    }

    private void credentialUpdated(String accountId, Caller origin) {
        event(EventType.UPDATE_CREDENTIAL, origin)
                .user(accountId)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .success();
    }

    private EventBuilder event(EventType type, Caller origin) {
        return new EventBuilder(realm, session)
                .event(type)
                .client(origin.clientId())
                .ipAddress(origin.ipAddress());
    }
}
