// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

/**
 * A delivery on its way through the queue.
 *
 * <p>Not safe for several threads: its user holds a lock.
 */
final class Job<D extends Delivery> {
    private D delivery;
    private Shares place;
    private int failures;

    /** @param place where a place is held for it */
    Job(D delivery, Shares place) {
        this.delivery = delivery;
        this.place = place;
    }

    D delivery() {
        return delivery;
    }

    boolean isNotice() {
        return delivery.noticeFor().isPresent();
    }

    boolean isReplacedBy(D newer) {
        return isNotice()
                && delivery.noticeFor().equals(newer.noticeFor())
                && delivery.route().equals(newer.route())
                && delivery.owner().equals(newer.owner());
    }

    /** A newer delivery takes the turn of the present one, which is returned. */
    D renew(D newer) {
        D older = delivery;
        delivery = newer;
        failures = 0;
        return older;
    }

    /** Counts a failure; returns how many there were. */
    int failed() {
        return ++failures;
    }

    boolean isIn(Shares places) {
        return place == places;
    }

    /** A place there, which is held already, takes the place of the present one. */
    void moveTo(Shares other) {
        leave();
        place = other;
    }

    void leave() {
        place.giveBack(delivery.owner());
    }
}
