// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.Message;

/** Puts messages into this node's queue once the request's transaction has been committed. */
public final class KeycloakCourier implements Courier {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryQueue<QueuedMessage> queue;
    private final boolean isAtOnce;

    public KeycloakCourier(KeycloakSession session, RealmModel realm, DeliveryQueue<QueuedMessage> queue) {
        this(session, realm, queue, false);
    }

    private KeycloakCourier(
            KeycloakSession session, RealmModel realm, DeliveryQueue<QueuedMessage> queue, boolean isAtOnce) {
        this.session = session;
        this.realm = realm;
        this.queue = queue;
        this.isAtOnce = isAtOnce;
    }

    /** The same for news of what is committed already: it is true whatever becomes of the request. */
    public KeycloakCourier atOnce() {
        return new KeycloakCourier(session, realm, queue, true);
    }

    @Override
    public Optional<Reservation> reserve() {
        return queue.reserve(realm.getId()).map(KeycloakReservation::new);
    }

    @Override
    public void tell(Message.ChangeNotice notice) {
        QueuedMessage queued = QueuedMessage.of(origin(), notice);
        if (isAtOnce) {
            queue.offer(queued);
        } else {
            afterwards(() -> queue.offer(queued), () -> {});
        }
    }

    private QueuedMessage.Origin origin() {
        KeycloakContext context = session.getContext();
        return new QueuedMessage.Origin(
                realm.getId(),
                realm.getName(),
                context.resolveLocale(null).toLanguageTag(),
                context.getHttpRequest().getUri().getBaseUri());
    }

    private void afterwards(Runnable committed, Runnable rolledBack) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                committed.run();
            }

            @Override
            protected void rollbackImpl() {
                rolledBack.run();
            }
        });
    }

    private final class KeycloakReservation implements Reservation {
        private final DeliveryQueue<QueuedMessage>.Reservation reservation;
        private boolean sent;

        KeycloakReservation(DeliveryQueue<QueuedMessage>.Reservation reservation) {
            this.reservation = reservation;
        }

        @Override
        public void send(Message message) {
            sent = true;
            QueuedMessage queued = QueuedMessage.of(origin(), message);
            afterwards(() -> reservation.put(queued), reservation::release);
        }

        @Override
        public void close() {
            if (!sent) {
                reservation.release();
            }
        }
    }
}
