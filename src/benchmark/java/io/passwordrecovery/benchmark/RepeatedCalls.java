// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import io.passwordrecovery.testkit.Crowd;

/**
 * A call that is made many times.
 *
 * @param call told its number
 */
record RepeatedCalls(BenchmarkServer server, IntConsumer call) {
    /** The server's CPU time of one call in milliseconds, with all that the server does for it afterwards. */
    double cpuMillis(int from, int to) {
        server.awaitQuiet();
        Duration before = server.cpuTime();
        for (int i = from; i < to; i++) {
            call.accept(i);
        }
        return spent(before, to - from);
    }

    /** The same by so many callers at once. */
    double cpuMillisAtOnce(int callers, int from, int to) {
        server.awaitQuiet();
        Duration before = server.cpuTime();
        AtomicInteger next = new AtomicInteger(from);
        Crowd.of(callers, caller -> {
            for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
                call.accept(i);
            }
            return caller;
        });
        return spent(before, to - from);
    }

    private double spent(Duration before, int calls) {
        server.awaitQuiet();
        return server.cpuTime().minus(before).toNanos() / 1e6 / calls;
    }
}
