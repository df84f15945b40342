// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RunDefaultsTest {
    @Test
    void whatFailsInAnotherThreadIsNotTheFailureOfWhoeverWaits() {
        AtomicInteger looks = new AtomicInteger();

        await().until(() -> {
            Thread other = new Thread(() -> {
                throw new IllegalStateException("connection reset");
            });
            other.start();
            other.join();
            return looks.incrementAndGet() == 3;
        });

        assertThat(looks).hasValue(3);
    }
}
