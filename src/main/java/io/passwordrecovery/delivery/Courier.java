// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.Optional;

/** Carries messages to users, later and elsewhere: never on the thread, nor in the time, of the request. */
public interface Courier {
    /** When a full queue is worth another call. */
    Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * Reserves a place in the queue, for as long as the caller needs to find out whether there is anything to send.
     *
     * @return empty when the queue is full; the caller then refuses clearly instead of losing a message
     */
    Optional<Reservation> reserve();

    /**
     * Sends a notice after the caller's transaction has been committed, and not at all if it is rolled back. Never
     * refuses: what it tells of has been done, and is not undone for want of a place. A notice that cannot be sent is
     * in the realm's events.
     */
    void tell(Message.ChangeNotice notice);

    /** A reserved place in the queue. Closing it gives it back unless something was sent. */
    interface Reservation extends AutoCloseable {
        /**
         * Sends after the caller's transaction has been committed, and not at all if it is rolled back; or at once,
         * where the courier is for news of what has been committed already. Tried again,
         * with growing pauses, until the message is no longer worth sending.
         *
         * <p>One message a reservation.
         */
        void send(Message message);

        @Override
        void close();
    }
}
