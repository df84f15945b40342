// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a {@link DeliveryQueue} holds, and who may have how much of it: places are shared out among owners, turns among
 * routes. Safe for several threads, all under one lock.
 */
final class Backlog<D extends Delivery> {
    private final Shares places;
    private final Lanes<D> lanes;
    private final Retries<D> retries;
    private final Set<Job<D>> held = new LinkedHashSet<>();
    private boolean closing;
    private boolean closed;

    Backlog(QueueLimits limits) {
        this.places = new Shares(limits.capacity());
        this.lanes = new Lanes<>(limits);
        this.retries = new Retries<>(limits.capacity());
    }

    /** What will not be delivered. */
    record Lost<D>(D delivery, GivenUp why) {}

    synchronized boolean reserve(String owner) {
        return !closing && places.take(owner);
    }

    synchronized void release(String owner) {
        places.giveBack(owner);
        notifyAll();
    }

    /** Fills a reserved place. */
    synchronized void put(D delivery) {
        lanes.add(new Job<>(delivery, places));
    }

    /** Fills a reserved place, and holds it until it is {@link #bringForward brought forward}. */
    synchronized Job<D> hold(D delivery) {
        Job<D> job = new Job<>(delivery, places);
        if (closing) {
            lanes.add(job);
        } else {
            held.add(job);
        }
        return job;
    }

    /** Takes a notice: instead of an older one that waits, or into a place of its own. */
    synchronized Optional<Lost<D>> offer(D notice) {
        if (closing) {
            return Optional.of(new Lost<>(notice, GivenUp.STOPPED));
        }
        Optional<Job<D>> older = lanes.findNotice(notice.route(), job -> job.isReplacedBy(notice))
                .or(() -> retries.find(job -> job.isReplacedBy(notice)));
        if (older.isPresent()) {
            D replaced = older.get().renew(notice);
            bringForward(older.get());
            return Optional.of(new Lost<>(replaced, GivenUp.REPLACED));
        }
        if (!places.takeModestly(notice.owner())) {
            return Optional.of(new Lost<>(notice, GivenUp.NO_PLACE));
        }
        put(notice);
        return Optional.empty();
    }

    /** The next one whose turn it is, if there is a thread for it: it MUST be ended, or put off. */
    synchronized Optional<Job<D>> start() {
        return closed ? Optional.empty() : lanes.start();
    }

    synchronized void runsSlowly(Job<D> job) {
        lanes.runsSlowly(job);
    }

    synchronized void end(Job<D> job) {
        lanes.ended(job);
        job.leave();
        notifyAll();
    }

    /** The job's place goes to what is to be delivered next. */
    synchronized void goOn(Job<D> job, D next) {
        holdOn(job, next);
        bringForward(job);
    }

    /** The same, but the other is held until it is {@link #bringForward brought forward}. */
    synchronized void holdOn(Job<D> job, D next) {
        lanes.ended(job);
        job.renew(next);
        if (closing) {
            lanes.add(job);
        } else {
            held.add(job);
        }
    }

    /**
     * Ends a try that is to be followed by another, once it is brought forward.
     *
     * @return what had to go for it, which may be the job itself
     */
    synchronized Optional<Job<D>> putOff(Job<D> job) {
        lanes.ended(job);
        Optional<Job<D>> dropped = retries.add(job);
        notifyAll();
        return dropped;
    }

    synchronized void bringForward(Job<D> job) {
        if (held.remove(job) || retries.remove(job)) {
            lanes.add(job);
        }
    }

    /** Takes out what waits for its turn and meets the condition. */
    synchronized List<Job<D>> removeIf(Predicate<Job<D>> condition) {
        List<Job<D>> removed = lanes.removeIf(condition);
        removed.forEach(Job::leave);
        notifyAll();
        return removed;
    }

    /** How many are waiting, being delivered, or promised a place. */
    synchronized int depth() {
        return places.taken() + retries.places();
    }

    /** How many of them have failed before. */
    synchronized int retries() {
        return retries.places();
    }

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes nothing more, and lets nothing wait. */
    synchronized void beginToClose() {
        closing = true;
        List.copyOf(held).forEach(this::bringForward);
        retries.all().forEach(this::bringForward);
    }

    /**
     * Waits until nothing is left, or for so long.
     *
     * @param deadline by {@link System#nanoTime}
     */
    synchronized void awaitEmpty(long deadline) {
        try {
            for (long left = 1; depth() > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts nothing more; returns what is left, under way or waiting. */
    synchronized List<D> close() {
        closed = true;
        return Stream.of(lanes.running(), lanes.removeIf(job -> true), held, retries.all())
                .flatMap(jobs -> jobs.stream().map(Job::delivery))
                .toList();
    }
}
