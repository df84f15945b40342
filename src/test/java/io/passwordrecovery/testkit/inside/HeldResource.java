// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.inside;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

/** Requests that are at work for as long as a test wants them to be. */
public final class HeldResource {
    private static final Semaphore RELEASED = new Semaphore(0);
    private static final int PATIENCE_SECONDS = 60;

    HeldResource() {}

    static void hold() {
        try {
            if (!RELEASED.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released what was held");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many are held. */
    @GET
    public String held() {
        return Integer.toString(RELEASED.getQueueLength());
    }

    /** Lets one go on. */
    @POST
    public void release() {
        RELEASED.release();
    }
}
