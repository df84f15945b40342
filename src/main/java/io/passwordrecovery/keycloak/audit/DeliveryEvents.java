// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Locale;
import java.util.function.Consumer;

import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.GivenUp;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.recovery.ResetRequest;

/** Events of messages that were accepted and not delivered: each in a session of its own, long after the request. */
public final class DeliveryEvents {
    private final KeycloakSessionFactory factory;

    public DeliveryEvents(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    public void notDelivered(String realmId, Message message, GivenUp why) {
        store(realmId, why, event -> store(event.user(message.accountId()), message));
    }

    /** A request was answered, and nobody found out any more who it was about. */
    public void notWorkedOff(String realmId, ResetRequest request, GivenUp why) {
        store(
                realmId,
                why,
                event -> event.event(EventType.SEND_RESET_PASSWORD)
                        .client(request.caller().clientId())
                        .ipAddress(request.caller().ipAddress())
                        .detail(Details.USERNAME, request.name().value())
                        .error(UserEvents.NOT_WORKED_OFF));
    }

    private void store(String realmId, GivenUp why, Consumer<EventBuilder> details) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm);
                details.accept(new EventBuilder(realm, session)
                        .detail(Details.REASON, why.name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private static void store(EventBuilder event, Message message) {
        if (message instanceof CodeMessage code) {
            about(event, code.destination())
                    .event(
                            switch (code.purpose()) {
                                case RESET_PASSWORD -> EventType.SEND_RESET_PASSWORD;
                                case VERIFY_PHONE_NUMBER -> EventType.CUSTOM_REQUIRED_ACTION;
                                case VERIFY_EMAIL -> EventType.SEND_VERIFY_EMAIL;
                            })
                    .client(code.clientId())
                    .error(
                            code.destination().medium() == DeliveryMedium.EMAIL
                                    ? Errors.EMAIL_SEND_FAILED
                                    : UserEvents.SMS_SEND_FAILED);
        } else if (message instanceof ChangeNotice notice) {
            about(event, notice.destination())
                    .event(EventType.UPDATE_CREDENTIAL)
                    .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                    .error(UserEvents.NOTICE_SEND_FAILED);
        }
    }

    private static EventBuilder about(EventBuilder event, Destination destination) {
        return event.detail(UserEvents.MEDIUM, destination.medium().name())
                .detail(UserEvents.DESTINATION, destination.masked());
    }
}
