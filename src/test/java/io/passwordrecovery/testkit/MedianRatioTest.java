// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MedianRatioTest {
    private static final double LOW = 0.98;
    private static final double HIGH = 1.02;

    private final Random random = new Random(1);

    @Test
    void sameTimesAreSettledAsSame() {
        MedianRatio ratio = MedianRatio.of(pairs(4_000, 1, 0.05));

        assertThat(ratio.isSettled(LOW, HIGH)).isTrue();
        assertThat(ratio.value()).isBetween(LOW, HIGH);
    }

    @Test
    void longerTimesAreSettledAsOthers() {
        MedianRatio ratio = MedianRatio.of(pairs(4_000, 1.1, 0.05));

        assertThat(ratio.isSettled(LOW, HIGH)).isTrue();
        assertThat(ratio.low()).isGreaterThan(HIGH);
        assertThat(ratio.value()).isBetween(1.09, 1.11);
    }

    @Test
    void fewPairsOfWideTimesSettleNothing() {
        assertThat(MedianRatio.of(pairs(100, 1, 0.5)).isSettled(LOW, HIGH)).isFalse();
    }

    private TimedPairs pairs(int count, double factor, double spread) {
        return TimedPairs.inTurn(
                name -> (long)
                        (1e6 * (name.startsWith("known") ? factor : 1) * Math.exp(spread * random.nextGaussian())),
                0,
                count);
    }
}
