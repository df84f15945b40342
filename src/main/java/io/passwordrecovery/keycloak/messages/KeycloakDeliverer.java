// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.delivery.Deliverer;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics;
import io.passwordrecovery.keycloak.audit.UserEvents;
import io.passwordrecovery.sms.SmsException;

/** Delivers what the queue holds, in a Keycloak session of its own. */
public final class KeycloakDeliverer implements Deliverer<QueuedMessage> {
    private static final Logger LOG = Logger.getLogger(KeycloakDeliverer.class);

    private final KeycloakSessionFactory factory;
    private final DeliveryMetrics metrics;

    public KeycloakDeliverer(KeycloakSessionFactory factory, DeliveryMetrics metrics) {
        this.factory = factory;
        this.metrics = metrics;
    }

    @Override
    public Instant expiresAt(QueuedMessage queued) {
        return queued.message().expiresAt();
    }

    @Override
    public void deliver(QueuedMessage queued) throws DeliveryException {
        Message message = queued.message();
        if (message instanceof Message.Nothing) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> send(session, queued));
            metrics.delivered(message);
        } catch (UndeliveredException e) {
            metrics.failed(message);
            LOG.debugf(e, "A message to user %s was not accepted", message.accountId());
            throw new DeliveryException("a message was not accepted", e);
        }
    }

    @Override
    public void gaveUp(QueuedMessage queued, Throwable lastFailure) {
        Message message = queued.message();
        metrics.gaveUp(message);
        LOG.errorf(
                lastFailure,
                "Gave up sending a %s to user %s",
                message.getClass().getSimpleName(),
                message.accountId());
        if (message instanceof CodeMessage code) {
            KeycloakModelUtils.runJobInTransaction(factory, session -> event(session, queued.realmId(), code));
        }
    }

    private static void send(KeycloakSession session, QueuedMessage queued) {
        RealmModel realm = session.realms().getRealm(queued.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, queued.message().accountId());
        // Nobody to write to any more: deleted while the message waited.
        if (user == null) {
            return;
        }
        List<RefusedException> refused = new ArrayList<>();
        List<UndeliveredException> failed = new ArrayList<>();
        for (Destination destination : destinations(queued.message())) {
            try {
                sendOnce(session, user, queued, destination);
            } catch (RefusedException e) {
                refused.add(e);
            } catch (UndeliveredException e) {
                failed.add(e);
            }
        }
        // What another try may deliver goes before what none will: it is the whole message that is tried again.
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
    }

    private static void sendOnce(
            KeycloakSession session, UserModel user, QueuedMessage queued, Destination destination) {
        if (!queued.reached().contains(destination)) {
            send(session, user, queued, destination);
            queued.reached().add(destination);
        }
    }

    private static List<Destination> destinations(Message message) {
        if (message instanceof CodeMessage code) {
            return List.of(code.destination());
        }
        return message instanceof ChangeNotice notice ? notice.destinations() : List.of();
    }

    private static void send(KeycloakSession session, UserModel user, QueuedMessage queued, Destination destination) {
        try {
            switch (destination.medium()) {
                case EMAIL -> new RecoveryMail(session, user, queued.languageTag()).send(queued.message(), destination);
                case SMS -> new RecoverySms(session, user, queued).send(queued.message(), destination);
            }
        } catch (EmailException e) {
            throw new UndeliveredException(e);
        } catch (SmsException e) {
            throw e.isWorthAnotherTry() ? new UndeliveredException(e) : new RefusedException(e);
        }
    }

    private static void event(KeycloakSession session, String realmId, CodeMessage code) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null) {
            session.getContext().setRealm(realm);
            new EventBuilder(realm, session)
                    .event(
                            switch (code.purpose()) {
                                case RESET_PASSWORD -> EventType.SEND_RESET_PASSWORD;
                                case VERIFY_PHONE_NUMBER -> EventType.CUSTOM_REQUIRED_ACTION;
                            })
                    .client(code.clientId())
                    .user(code.accountId())
                    .detail(UserEvents.MEDIUM, code.destination().medium().name())
                    .detail(UserEvents.DESTINATION, code.destination().masked())
                    .error(
                            code.destination().medium() == DeliveryMedium.EMAIL
                                    ? Errors.EMAIL_SEND_FAILED
                                    : UserEvents.SMS_SEND_FAILED);
        }
    }

    /** Carries the checked exception out of Keycloak's transaction, which rolls back for it. */
    private static final class UndeliveredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndeliveredException(Exception cause) {
            super(cause);
        }
    }

    /** The gateway's last word. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(SmsException cause) {
            super(cause);
        }
    }
}
