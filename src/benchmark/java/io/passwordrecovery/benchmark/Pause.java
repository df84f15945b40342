// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.time.Duration;

/** Sleeping, in one word. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
