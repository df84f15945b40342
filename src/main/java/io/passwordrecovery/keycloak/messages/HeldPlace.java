// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.delivery.DeliveryQueue;

/** A place in this node's queue that is filled when the request's transaction has been committed. */
final class HeldPlace {
    private final KeycloakSession session;
    private final DeliveryQueue<Queued>.Reservation reservation;
    private boolean filled;

    HeldPlace(KeycloakSession session, DeliveryQueue<Queued>.Reservation reservation) {
        this.session = session;
        this.reservation = reservation;
    }

    void fill(Queued queued) {
        filled = true;
        afterwards(session, () -> reservation.put(queued), reservation::release);
    }

    void giveBackUnlessFilled() {
        if (!filled) {
            reservation.release();
        }
    }

    static void afterwards(KeycloakSession session, Runnable committed, Runnable rolledBack) {
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
}
