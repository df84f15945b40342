// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in this node's memory, worked off by a few threads. What cannot be delivered is tried again with
 * growing pauses until it is no longer worth it; closing drains the queue.
 *
 * @param <T> what is delivered
 */
public final class DeliveryQueue<T> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration PAUSE_WHILE_DRAINING = Duration.ofMillis(200);

    private final Deliverer<T> deliverer;
    private final QueueLimits limits;
    private final Clock clock;
    private final Semaphore places;
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor threads;

    public DeliveryQueue(Deliverer<T> deliverer, QueueLimits limits, Clock clock) {
        this.deliverer = deliverer;
        this.limits = limits;
        this.clock = clock;
        this.places = new Semaphore(limits.capacity());
        this.threads = newThreads(limits.threads());
    }

    /** Reserves a place; empty when the queue is full or closing. */
    public Optional<Reservation> reserve() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        // Asked while holding the place: close() waits for every place that it did not forbid.
        if (closing.get()) {
            places.release();
            return Optional.empty();
        }
        return Optional.of(new Reservation());
    }

    /** How many are waiting, being delivered, or about to be put in. */
    public int depth() {
        return limits.capacity() - places.availablePermits();
    }

    /**
     * Accepts nothing more and delivers what is there, with one more try at once for what had failed.
     *
     * @return how many could not be delivered in time; they are lost
     */
    public int close() {
        closing.set(true);
        long deadline = System.nanoTime() + limits.drainTime().toNanos();
        jobs.forEach(Job::hurry);
        try {
            // Places come back one by one, so that having all of them means that nothing is under way.
            if (places.tryAcquire(limits.capacity(), deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                places.release(limits.capacity());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        return depth();
    }

    private static ScheduledThreadPoolExecutor newThreads(int count) {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(count, task -> {
            Thread thread = new Thread(task, "password-recovery-delivery-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }

    /** A place that is held until it is used or given back. */
    public final class Reservation {
        private final AtomicBoolean settled = new AtomicBoolean();

        private Reservation() {}

        /** Puts the delivery into the place. */
        public void put(T delivery) {
            if (!settled.compareAndSet(false, true)) {
                throw new IllegalStateException("a place takes one delivery");
            }
            Job job = new Job(delivery);
            jobs.add(job);
            job.schedule(Duration.ZERO);
        }

        /** Gives the place back; no effect after {@link #put}. */
        public void release() {
            if (settled.compareAndSet(false, true)) {
                places.release();
            }
        }
    }

    private final class Job implements Runnable {
        private final T delivery;
        private final AtomicInteger tries = new AtomicInteger();
        private volatile @Nullable ScheduledFuture<?> next;

        Job(T delivery) {
            this.delivery = delivery;
        }

        void schedule(Duration pause) {
            try {
                next = threads.schedule(this, pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // The queue is closed and its time to drain is over: depth() still counts this one as lost.
                jobs.remove(this);
            }
        }

        // A waiting job is brought forward; one that runs at the moment is left alone. cancel() would not tell the two
        // apart: it succeeds as long as the job has not ended.
        void hurry() {
            if (next instanceof Runnable waiting && threads.remove(waiting)) {
                schedule(Duration.ZERO);
            }
        }

        @Override
        public void run() {
            try {
                deliverer.deliver(delivery);
                done();
            } catch (DeliveryException e) {
                tryAgain(e);
            } catch (RuntimeException | Error e) {
                // A bug does not mend itself by waiting.
                done();
                deliverer.gaveUp(delivery, e);
            }
        }

        private void tryAgain(DeliveryException e) {
            boolean draining = closing.get();
            Duration pause = draining ? PAUSE_WHILE_DRAINING : pause(tries.getAndIncrement());
            if (clock.instant().plus(pause).isBefore(deliverer.expiresAt(delivery))) {
                schedule(pause);
                // close() may have hurried everybody between the question above and now.
                if (!draining && closing.get()) {
                    hurry();
                }
            } else {
                done();
                deliverer.gaveUp(delivery, e);
            }
        }

        private void done() {
            jobs.remove(this);
            places.release();
        }
    }

    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
