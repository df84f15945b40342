// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The search for a count: right for every count, and short for the usual ones, since in a cluster each look is a hop. */
class KeycloakCountersTest {
    @Test
    void everyCountIsFound() {
        for (int limit = 0; limit <= 70; limit++) {
            for (int count = 0; count <= limit; count++) {
                int taken = count;

                assertThat(KeycloakCounters.firstFree(index -> index < taken, limit))
                        .as("count %s of %s", count, limit)
                        .isEqualTo(count);
            }
        }
        assertThat(KeycloakCounters.firstFree(index -> true, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void nothingIsFoundByOneLook() {
        assertThat(looks(0, 1_000)).isEqualTo(1);
        assertThat(looks(1, 1_000)).isEqualTo(2);
        assertThat(looks(5, 1_000)).isLessThanOrEqualTo(6);
    }

    @Test
    void aFloodIsFoundByTwiceAsManyLooksAsItHasDigits() {
        assertThat(looks(999, 1_000)).isLessThanOrEqualTo(20);
        assertThat(looks(600_000, 1_000_000)).isLessThanOrEqualTo(40);
    }

    private static int looks(int count, int limit) {
        AtomicInteger looks = new AtomicInteger();
        KeycloakCounters.firstFree(
                index -> {
                    looks.incrementAndGet();
                    return index < count;
                },
                limit);
        return looks.get();
    }
}
