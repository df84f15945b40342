// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a {@link DeliveryQueue}, which says how many it uses at a time; they do not keep the server alive. */
final class QueueThreads {
    private final ExecutorService workers;
    // Runs what takes no time: everything else is for the workers.
    private final ScheduledThreadPoolExecutor timer;

    QueueThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "password-recovery-delivery-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        workers = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy());
        timer = new ScheduledThreadPoolExecutor(1, factory, new ThreadPoolExecutor.DiscardPolicy());
    }

    void run(Runnable work) {
        workers.execute(work);
    }

    /** Runs it on the timer's own thread, which it MUST leave soon. */
    void runIn(Duration pause, Runnable work) {
        Future<?> unused = timer.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void repeat(Duration pause, Runnable work) {
        Future<?> unused = timer.scheduleWithFixedDelay(
                () -> run(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts nothing more. What is under way goes on: mail servers heed no interrupt, and databases suffer from it. */
    void end() {
        timer.shutdownNow();
        workers.shutdown();
    }
}
