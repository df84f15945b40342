// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.Message;

/** Puts messages into this node's queue once the request's transaction has been committed. */
public final class KeycloakCourier implements Courier {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryQueue<QueuedMessage> queue;

    public KeycloakCourier(KeycloakSession session, RealmModel realm, DeliveryQueue<QueuedMessage> queue) {
        this.session = session;
        this.realm = realm;
        this.queue = queue;
    }

    @Override
    public Optional<Place> reserve() {
        return queue.reserve().map(QueuedPlace::new);
    }

    private final class QueuedPlace implements Place {
        private final DeliveryQueue.Reservation<QueuedMessage> reservation;
        private boolean sent;

        QueuedPlace(DeliveryQueue.Reservation<QueuedMessage> reservation) {
            this.reservation = reservation;
        }

        @Override
        public void send(Message message) {
            sent = true;
            String language = session.getContext().resolveLocale(null).toLanguageTag();
            String host =
                    session.getContext().getUri(UrlType.FRONTEND).getBaseUri().getHost();
            QueuedMessage envelope = QueuedMessage.of(realm.getId(), language, host, message);
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    reservation.put(envelope);
                }

                @Override
                protected void rollbackImpl() {
                    reservation.release();
                }
            });
        }

        @Override
        public void close() {
            if (!sent) {
                reservation.release();
            }
        }
    }
}
