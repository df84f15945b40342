// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Delivers words, as a test wants it to: each owner has a mail server of its own. */
final class TestDeliverer implements Deliverer<Word> {
    private static final int PATIENCE_SECONDS = 20;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
    private final Map<String, DeliveryException> failing = new ConcurrentHashMap<>();
    private final Map<String, String> following = new ConcurrentHashMap<>();
    private volatile Consumer<Word> bug = word -> {};
    private volatile int failures;

    /** The next tries fail, in a way that may pass. */
    void failTimes(int times) {
        failures = times;
    }

    /** Every try of the owner's fails from now on. */
    void fail(String owner, DeliveryException failure) {
        failing.put(owner, failure);
    }

    /** Whoever has delivered the one goes on with the other, in its place. */
    void follow(String one, String other) {
        following.put(one, other);
    }

    void haveABug(Consumer<Word> behaviour) {
        bug = behaviour;
    }

    /** Every try of the owner's takes until {@link #goOn}. */
    void hang(String owner) {
        hanging.put(owner, new CountDownLatch(1));
    }

    void goOn(String owner) {
        Optional.ofNullable(hanging.remove(owner)).ifPresent(CountDownLatch::countDown);
    }

    /** All mail servers answer again. */
    void goOn() {
        failing.clear();
        hanging.keySet().forEach(this::goOn);
    }

    List<String> delivered() {
        return delivered;
    }

    List<String> tried() {
        return tried;
    }

    /** As in {@code hello: REFUSED}. */
    List<String> givenUp() {
        return givenUp;
    }

    @Override
    public Optional<Word> deliver(Word word) throws DeliveryException {
        tried.add(word.text());
        Optional.ofNullable(hanging.get(word.owner())).ifPresent(TestDeliverer::await);
        bug.accept(word);
        DeliveryException failure = oneOfTheFailures() ? temporary() : failing.get(word.owner());
        if (failure != null) {
            throw failure;
        }
        delivered.add(word.text());
        return Optional.ofNullable(following.get(word.text())).map(text -> word.followedBy(text));
    }

    @Override
    public void gaveUp(Word word, GivenUp why, @Nullable Throwable lastFailure) {
        givenUp.add(word.text() + ": " + why);
    }

    static DeliveryException temporary() {
        return DeliveryException.temporary("not now", null);
    }

    static DeliveryException permanent() {
        return DeliveryException.permanent("never", null);
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
