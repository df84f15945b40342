// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.delivery.DeliveryQueue;
import io.passwordrecovery.recovery.AcceptedRequest;
import io.passwordrecovery.recovery.AcceptedRequests;

/** Puts accepted requests into this node's queue, where their messages wait too. */
public final class KeycloakAcceptedRequests implements AcceptedRequests {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryQueue<Queued> queue;

    public KeycloakAcceptedRequests(KeycloakSession session, RealmModel realm, DeliveryQueue<Queued> queue) {
        this.session = session;
        this.realm = realm;
        this.queue = queue;
    }

    @Override
    public Optional<Place> reserve() {
        return queue.reserve(realm.getId()).map(reservation -> new KeycloakPlace(new HeldPlace(session, reservation)));
    }

    private final class KeycloakPlace implements Place {
        private final HeldPlace place;

        KeycloakPlace(HeldPlace place) {
            this.place = place;
        }

        @Override
        public void put(AcceptedRequest request) {
            place.fill(new QueuedRequest(Origin.of(session, realm), request));
        }

        @Override
        public void close() {
            place.giveBackUnlessFilled();
        }
    }
}
