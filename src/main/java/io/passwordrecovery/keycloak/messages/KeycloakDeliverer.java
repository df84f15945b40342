// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.delivery.Deliverer;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.GivenUp;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.keycloak.audit.DeliveryEvents;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics.Outcome;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.keycloak.store.RealmLimits;

/** Delivers what the queue holds, in a Keycloak session of its own. */
public final class KeycloakDeliverer implements Deliverer<QueuedMessage> {
    private final KeycloakSessionFactory factory;
    private final CodeGenerator generator;
    private final KeycloakClock clock = new KeycloakClock();
    private final DeliveryMetrics metrics = new DeliveryMetrics();
    private final DeliveryEvents events;
    private final DeliveryLog log = new DeliveryLog(clock);

    public KeycloakDeliverer(KeycloakSessionFactory factory, CodeGenerator generator) {
        this.factory = factory;
        this.generator = generator;
        this.events = new DeliveryEvents(factory);
    }

    @Override
    public void deliver(QueuedMessage queued) throws DeliveryException {
        if (queued.message() instanceof Message.Nothing) {
            return;
        }
        try {
            boolean sent = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> send(session, queued));
            metrics.count(queued.message(), sent ? Outcome.DELIVERED : Outcome.SUPERSEDED);
        } catch (Undelivered e) {
            throw failed(queued, e.reason());
        } catch (RuntimeException e) {
            // A database that is away, above all: it comes back.
            throw failed(queued, DeliveryException.temporary(e.getClass().getSimpleName(), e));
        }
    }

    @Override
    public void gaveUp(QueuedMessage queued, GivenUp why, @Nullable Throwable lastFailure) {
        Message message = queued.message();
        if (message instanceof Message.Nothing) {
            return;
        }
        metrics.count(message, Outcome.of(why));
        if (why != GivenUp.REPLACED) {
            log.gaveUp(queued, why, lastFailure);
            try {
                events.notDelivered(queued.owner(), message, why);
            } catch (RuntimeException e) {
                log.eventLost(queued, e);
            }
        }
    }

    private DeliveryException failed(QueuedMessage queued, DeliveryException reason) {
        metrics.count(queued.message(), Outcome.FAILED);
        log.failed(queued, reason);
        return reason;
    }

    private boolean send(KeycloakSession session, QueuedMessage queued) {
        RealmModel realm = session.realms().getRealm(queued.owner());
        // Nobody to write to any more: deleted while the message waited.
        if (realm == null) {
            return false;
        }
        session.getContext().setHttpRequest(new RememberedRequest(queued.origin()));
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, queued.message().accountId());
        if (user == null || isSuperseded(session, realm, queued.message())) {
            return false;
        }
        try {
            send(session, user, queued);
            return true;
        } catch (DeliveryException e) {
            throw new Undelivered(e);
        }
    }

    private static void send(KeycloakSession session, UserModel user, QueuedMessage queued) throws DeliveryException {
        if (queued.message() instanceof CodeMessage code) {
            switch (code.destination().medium()) {
                case EMAIL -> new RecoveryMail(session, user, queued.origin()).send(code);
                case SMS -> new RecoverySms(session, user, queued).send(code);
            }
        } else if (queued.message() instanceof ChangeNotice notice) {
            switch (notice.destination().medium()) {
                case EMAIL -> new RecoveryMail(session, user, queued.origin()).send(notice);
                case SMS -> new RecoverySms(session, user, queued).send(notice);
            }
        }
    }

    // A code that no longer matches would be the newest mail in the box, and mislead its reader.
    private boolean isSuperseded(KeycloakSession session, RealmModel realm, Message message) {
        return message instanceof CodeMessage code
                && !new RealmLimits(session, realm, RealmSettings.read(realm), clock)
                        .codes(generator)
                        .isLive(code.reference());
    }

    /** Carries the checked exception out of Keycloak's transaction, which rolls back for it. */
    private static final class Undelivered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final DeliveryException reason;

        Undelivered(DeliveryException reason) {
            super(reason);
            this.reason = reason;
        }

        DeliveryException reason() {
            return reason;
        }
    }
}
