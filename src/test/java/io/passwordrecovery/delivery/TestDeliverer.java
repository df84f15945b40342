// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Delivers words, as a test wants it to. */
final class TestDeliverer implements Deliverer<String> {
    private static final int PATIENCE_SECONDS = 20;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile Consumer<String> bug = word -> {};
    private volatile boolean holds;
    private volatile int failures;
    private volatile Instant expiresAt = Instant.MAX;

    /** The server refuses the next tries. */
    void failTimes(int times) {
        failures = times;
    }

    void expireAt(Instant instant) {
        expiresAt = instant;
    }

    void haveABug(Consumer<String> behaviour) {
        bug = behaviour;
    }

    /** Every delivery takes until {@link #goOn}. */
    void hold() {
        holds = true;
    }

    void goOn() {
        mayGoOn.countDown();
    }

    void awaitStart() {
        await(started);
    }

    List<String> delivered() {
        return delivered;
    }

    List<String> tried() {
        return tried;
    }

    List<String> givenUp() {
        return givenUp;
    }

    @Override
    public Instant expiresAt(String delivery) {
        return expiresAt;
    }

    @Override
    public void deliver(String delivery) throws DeliveryException {
        tried.add(delivery);
        started.countDown();
        if (holds) {
            await(mayGoOn);
        }
        bug.accept(delivery);
        if (oneOfTheFailures()) {
            throw new DeliveryException("not now", new IllegalStateException());
        }
        delivered.add(delivery);
    }

    @Override
    public void gaveUp(String delivery, Throwable lastFailure) {
        givenUp.add(delivery + ": " + lastFailure.getMessage());
    }

    private synchronized boolean oneOfTheFailures() {
        return failures-- > 0;
    }

    // A mail server does not care for interrupts either.
    private static void await(CountDownLatch latch) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (latch.getCount() > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
