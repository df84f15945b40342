// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what can only be asked for, again and again. */
public final class Await {
    private static final long PAUSE_MILLIS = 100;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    /**
     * Returns as soon as the condition holds.
     *
     * @param what the condition as a clause, for the failure: {@code alice has two sessions}
     */
    public static void until(String what, BooleanSupplier condition) {
        until(LIMIT, () -> what, condition);
    }

    public static void until(Duration limit, Supplier<String> what, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain until " + what.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
