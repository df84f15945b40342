// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.delivery.Courier;

/** Keeps accepted requests until they are to be worked off, each in a place of the courier's. */
final class WaitingRequests implements AcceptedRequests {
    private final Courier courier;
    private final List<Waiting> waiting = new ArrayList<>();
    private int accepted;

    WaitingRequests(Courier courier) {
        this.courier = courier;
    }

    /** How many there ever were. */
    int accepted() {
        return accepted;
    }

    void workOff(IssueResetCode issuing) {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        for (Waiting one : all) {
            try (Courier.Reservation reservation = one.reservation()) {
                issuing.issue(one.request()).ifPresent(reservation::send);
            }
        }
    }

    @Override
    public Optional<Place> reserve() {
        return courier.reserve().map(WaitingPlace::new);
    }

    private record Waiting(AcceptedRequest request, Courier.Reservation reservation) {}

    private final class WaitingPlace implements Place {
        private final Courier.Reservation reservation;
        private boolean used;

        WaitingPlace(Courier.Reservation reservation) {
            this.reservation = reservation;
        }

        @Override
        public void put(AcceptedRequest request) {
            used = true;
            accepted++;
            waiting.add(new Waiting(request, reservation));
        }

        @Override
        public void close() {
            if (!used) {
                reservation.close();
            }
        }
    }
}
