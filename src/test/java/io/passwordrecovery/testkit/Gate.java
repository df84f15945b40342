// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets deliveries in, turns them away or keeps them waiting, as the test says. */
public final class Gate {
    private int toRefuse;
    private int refused;
    private boolean held;
    private Duration each = Duration.ZERO;

    /** Returns when the delivery may go on; GreenMail makes a 451 of the exception. */
    public synchronized void pass() {
        if (toRefuse > 0) {
            toRefuse--;
            refused++;
            throw new IllegalStateException("refused, as the test asked");
        }
        try {
            while (held) {
                wait();
            }
            takeTime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Waiting leaves the monitor: others pass meanwhile.
    private void takeTime() throws InterruptedException {
        long end = System.nanoTime() + each.toNanos();
        for (long left = each.toNanos(); left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Lets every delivery take so long from now on. */
    public synchronized void takeEach(Duration time) {
        each = time;
    }

    public synchronized void refuseNext(int deliveries) {
        toRefuse = deliveries;
    }

    public synchronized int refused() {
        return refused;
    }

    public synchronized void hold() {
        held = true;
    }

    public synchronized void release() {
        held = false;
        notifyAll();
    }
}
