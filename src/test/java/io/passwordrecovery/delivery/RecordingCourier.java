// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is given to carry. */
public final class RecordingCourier implements Courier {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean full;

    public void fillUp() {
        full = true;
    }

    public void makeRoom() {
        full = false;
    }

    public List<Message> sent() {
        return List.copyOf(sent);
    }

    public <M extends Message> List<M> sent(Class<M> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Places that were reserved and neither used nor given back. */
    public int placesHeld() {
        return held.get();
    }

    @Override
    public Optional<Reservation> reserve() {
        if (full) {
            return Optional.empty();
        }
        held.incrementAndGet();
        return Optional.of(new RecordingReservation());
    }

    @Override
    public void tell(Message.ChangeNotice notice) {
        if (!full) {
            sent.add(notice);
        }
    }

    private final class RecordingReservation implements Reservation {
        private boolean used;
        private boolean closed;

        @Override
        public void send(Message message) {
            if (used) {
                throw new IllegalStateException("a place takes one message");
            }
            used = true;
            sent.add(message);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                held.decrementAndGet();
            }
        }
    }
}
