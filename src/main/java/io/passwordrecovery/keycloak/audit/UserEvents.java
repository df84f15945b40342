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

import io.passwordrecovery.keycloak.audit.DayFigures.Figure;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;

/** Keycloak's user events, Realm settings → Events: the details and errors that this plugin adds, and what is common. */
public final class UserEvents {
    public static final String MEDIUM = "delivery_medium";
    public static final String DESTINATION = "destination";
    /** Not among Keycloak's {@link Errors}: it limits no requests itself. */
    public static final String RATE_LIMITED = "rate_limited";

    public static final String TOO_MANY_ATTEMPTS = "too_many_attempts";
    /** Keycloak sends no text messages itself. */
    public static final String SMS_SEND_FAILED = "sms_send_failed";

    /** Keycloak works off no requests after their answers. */
    static final String NOT_WORKED_OFF = "request_not_worked_off";

    /** Who told the event's IP address. */
    static final String BACKEND = "backend_ip_address";

    static final String RESET_CODE = "reset-code";
    /** The password was changed, and its owner could not be told. */
    static final String NOTICE_SEND_FAILED = "notice_send_failed";

    static final String SMS_LIMIT_REACHED = "sms_limit_reached";
    static final String SMS_LIMIT = "sms_limit";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DayFigures figures;

    public UserEvents(KeycloakSession session, RealmModel realm, DayFigures figures) {
        this.session = session;
        this.realm = realm;
        this.figures = figures;
    }

    void count(Figure figure) {
        figures.count(realm.getId(), figure);
    }

    EventBuilder of(EventType type, Caller caller) {
        EventBuilder event = new EventBuilder(realm, session)
                .event(type)
                .client(caller.clientId())
                .ipAddress(caller.ipAddress());
        return caller.backend().isEmpty() ? event : event.detail(BACKEND, caller.backend());
    }

    // With its deprecated twin, as UpdatePassword (26.7) sends it: listeners in the field wait for that one.
    @SuppressWarnings("deprecation")
    void credentialUpdated(String accountId, Caller caller) {
        EventBuilder event = credential(accountId, caller);
        EventBuilder twin = event.clone().event(EventType.UPDATE_PASSWORD);
        event.success();
        twin.success();
    }

    EventBuilder credential(String accountId, Caller caller) {
        return of(EventType.UPDATE_CREDENTIAL, caller)
                .user(accountId)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
    }

    /** A text message was due and a cap reached. */
    void smsCapped(EventBuilder event, SmsCap cap) {
        DeliveryMetrics.smsCapped(cap, realm.getName());
        count(Figure.SMS_CAPPED);
        event.detail(SMS_LIMIT, cap.name().toLowerCase(Locale.ROOT)).error(SMS_LIMIT_REACHED);
    }
}
