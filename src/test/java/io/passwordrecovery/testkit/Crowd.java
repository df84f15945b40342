// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many callers who do the same thing at the same moment, each on a thread of his own. */
public record Crowd(int size) {
    private static final int PATIENCE_SECONDS = 30;

    /** Lets everybody go at once and returns what each got. */
    public <T> List<T> all(Callable<T> deed) {
        return each(number -> deed);
    }

    /** As {@link #all}, with a deed for each, counted from 0. */
    public <T> List<T> each(IntFunction<Callable<T>> deeds) {
        CyclicBarrier start = new CyclicBarrier(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                Callable<T> deed = deeds.apply(number);
                futures.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return deed.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("one of the crowd failed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
