// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in this node's memory, worked off by a few threads. Its places are shared out among owners
 * ({@link Shares}), its threads among routes ({@link Lanes}). What fails is tried again later, and meanwhile keeps
 * nothing from being accepted ({@link Retries}); closing drains the queue.
 *
 * @param <D> what is delivered
 */
public final class DeliveryQueue<D extends Delivery> {
    private static final Duration PAUSE_WHILE_DRAINING = Duration.ofMillis(200);
    private static final Duration TO_NAME_WHAT_IS_LOST = Duration.ofSeconds(5);

    private final Deliverer<D> deliverer;
    private final QueueLimits limits;
    private final Clock clock;
    private final Backlog<D> backlog;
    private final QueueThreads threads = new QueueThreads();

    public DeliveryQueue(Deliverer<D> deliverer, QueueLimits limits, Clock clock) {
        this.deliverer = deliverer;
        this.limits = limits;
        this.clock = clock;
        this.backlog = new Backlog<>(limits);
        threads.repeat(limits.patience().multipliedBy(2), this::giveUpWhatIsTooLate);
    }

    /** Reserves a place; empty when the owner has as many as it may have, or the queue is closing. */
    public Optional<Reservation> reserve(String owner) {
        return backlog.reserve(owner) ? Optional.of(new Reservation(owner)) : Optional.empty();
    }

    /** Takes a notice: instead of an older one that waits, or into a place of its own; without one, it is given up. */
    public void offer(D notice) {
        backlog.offer(notice).ifPresent(lost -> deliverer.gaveUp(lost.delivery(), lost.why(), null));
        startWhatMay();
    }

    /** How many are waiting, being delivered, or about to be put in. */
    public int depth() {
        return backlog.depth();
    }

    /** How many of them have failed before, and wait for another try or are under way again. */
    public int retries() {
        return backlog.retries();
    }

    /**
     * Accepts nothing more and delivers what is there, with more tries at once for what had failed.
     *
     * @return how many could not be delivered in time; they are lost
     */
    public int close() {
        long deadline = System.nanoTime() + limits.drainTime().toNanos();
        backlog.beginToClose();
        startWhatMay();
        backlog.awaitEmpty(deadline);
        int lost = backlog.depth();
        List<D> left = backlog.close();
        threads.end();
        long end = System.nanoTime() + TO_NAME_WHAT_IS_LOST.toNanos();
        left.stream()
                .takeWhile(delivery -> System.nanoTime() < end)
                .forEach(delivery -> deliverer.gaveUp(delivery, GivenUp.STOPPED, null));
        return lost;
    }

    private void startWhatMay() {
        for (Optional<Job<D>> next = backlog.start(); next.isPresent(); next = backlog.start()) {
            Job<D> job = next.get();
            threads.run(() -> attempt(job));
            threads.runIn(limits.patience(), () -> {
                backlog.runsSlowly(job);
                startWhatMay();
            });
        }
    }

    private void attempt(Job<D> job) {
        if (isTooLate(job)) {
            giveUp(job, GivenUp.EXPIRED, null);
            return;
        }
        try {
            Optional<D> next = deliverer.deliver(job.delivery());
            next.ifPresentOrElse(delivery -> goOn(job, delivery), () -> end(job));
        } catch (DeliveryException e) {
            failed(job, e);
        } catch (RuntimeException | Error e) {
            // A bug does not mend itself by waiting.
            giveUp(job, GivenUp.REFUSED, e);
        }
    }

    private void failed(Job<D> job, DeliveryException e) {
        Optional<Duration> pause = e.isWorthAnotherTry() ? pause(job) : Optional.empty();
        if (pause.isEmpty()) {
            giveUp(job, e.isWorthAnotherTry() ? GivenUp.EXPIRED : GivenUp.REFUSED, e);
            return;
        }
        Optional<Job<D>> dropped = backlog.putOff(job);
        dropped.ifPresent(lost -> deliverer.gaveUp(lost.delivery(), GivenUp.NO_PLACE, e));
        // Asked when the job waits: whoever begins to close afterwards brings it forward.
        Duration wait = backlog.isClosing() ? PAUSE_WHILE_DRAINING : pause.get();
        bringForwardIn(wait, job);
        startWhatMay();
    }

    private void bringForwardIn(Duration wait, Job<D> job) {
        threads.runIn(wait, () -> {
            backlog.bringForward(job);
            startWhatMay();
        });
    }

    private Optional<Duration> pause(Job<D> job) {
        Optional<Duration> usual = job.delivery().pauseAfter(job.failed());
        Optional<Duration> pause = backlog.isClosing() ? Optional.of(PAUSE_WHILE_DRAINING) : usual;
        return pause.filter(
                time -> clock.instant().plus(time).isBefore(job.delivery().expiresAt()));
    }

    private void giveUp(Job<D> job, GivenUp why, @Nullable Throwable failure) {
        // Before it has ended: close() waits for it, and with it for what the deliverer has to say.
        if (!backlog.isClosed()) {
            deliverer.gaveUp(job.delivery(), why, failure);
        }
        end(job);
    }

    private void goOn(Job<D> job, D next) {
        Duration moment = limits.aMoment();
        if (moment.isZero()) {
            backlog.goOn(job, next);
        } else {
            backlog.holdOn(job, next);
            bringForwardIn(moment, job);
        }
        startWhatMay();
    }

    private void end(Job<D> job) {
        backlog.end(job);
        startWhatMay();
    }

    // What waits behind a route that hangs.
    private void giveUpWhatIsTooLate() {
        backlog.removeIf(this::isTooLate).forEach(job -> deliverer.gaveUp(job.delivery(), GivenUp.EXPIRED, null));
        startWhatMay();
    }

    private boolean isTooLate(Job<D> job) {
        return !clock.instant().isBefore(job.delivery().expiresAt());
    }

    /** A place that is held until it is used or given back. */
    public final class Reservation {
        private final String owner;
        private final AtomicBoolean settled = new AtomicBoolean();

        private Reservation(String owner) {
            this.owner = owner;
        }

        /** Puts the delivery into the place. After the time to drain it is lost, and was counted as such. */
        public void put(D delivery) {
            if (!settled.compareAndSet(false, true)) {
                throw new IllegalStateException("a place takes one delivery");
            }
            Duration headStart = delivery.headStart();
            if (headStart.isZero()) {
                backlog.put(delivery);
                startWhatMay();
            } else {
                bringForwardIn(headStart.plus(limits.aMoment()), backlog.hold(delivery));
            }
        }

        /** Gives the place back; no effect after {@link #put}. */
        public void release() {
            if (settled.compareAndSet(false, true)) {
                backlog.release(owner);
            }
        }
    }
}
