// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.delivery.Message;

/** Puts messages into this node's queue once the request's transaction has been committed. */
public final class KeycloakCourier implements Courier {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryQueue<Queued> queue;
    private final boolean isAtOnce;

    public KeycloakCourier(KeycloakSession session, RealmModel realm, DeliveryQueue<Queued> queue) {
        this(session, realm, queue, false);
    }

    private KeycloakCourier(KeycloakSession session, RealmModel realm, DeliveryQueue<Queued> queue, boolean isAtOnce) {
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
        return queue.reserve(realm.getId())
                .map(reservation -> new KeycloakReservation(new HeldPlace(session, reservation)));
    }

    @Override
    public void tell(Message.ChangeNotice notice) {
        QueuedMessage queued = QueuedMessage.of(origin(), notice);
        if (isAtOnce) {
            queue.offer(queued);
        } else {
            HeldPlace.afterwards(session, () -> queue.offer(queued), () -> {});
        }
    }

    private Origin origin() {
        return Origin.of(session, realm);
    }

    private final class KeycloakReservation implements Reservation {
        private final HeldPlace place;

        KeycloakReservation(HeldPlace place) {
            this.place = place;
        }

        @Override
        public void send(Message message) {
            place.fill(QueuedMessage.of(origin(), message));
        }

        @Override
        public void close() {
            place.giveBackUnlessFilled();
        }
    }
}
