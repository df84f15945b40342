// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

/** Lets deliveries in, turns them away or keeps them waiting, as the test says. */
public final class Gate {
    private int toRefuse;
    private int refused;
    private boolean held;

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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
