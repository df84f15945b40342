// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many callers who do the same thing at the same moment, each on a thread of their own. */
public final class Crowd {
    private static final int PATIENCE_SECONDS = 30;

    private Crowd() {}

    /**
     * Lets everybody go at once and returns what each got, in the order of their numbers.
     *
     * @param deed told the caller's number, from 0
     */
    public static <T> List<T> of(int size, IntFunction<T> deed) {
        CyclicBarrier start = new CyclicBarrier(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return deed.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the crowd", e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of the crowd failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
