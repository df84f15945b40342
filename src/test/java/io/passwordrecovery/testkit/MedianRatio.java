// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.Arrays;
import java.util.Random;

/**
 * The median time for existing names as a multiple of that for made-up ones.
 *
 * @param value 1 where they are the same
 * @param low what it is not below, in 19 of 20 such measurements
 * @param high what it is not above, in 19 of 20 such measurements
 */
public record MedianRatio(double value, double low, double high) {
    private static final int SAMPLES = 400;
    private static final double LEFT_OUT = 0.025;

    /** Bootstraps: as many pairs are drawn from those measured, again and again; a pair stays one, since it shared its moment. */
    public static MedianRatio of(TimedPairs pairs) {
        int count = pairs.known().size();
        Random random = new Random(count);
        double[] ratios = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            ratios[sample] = ratio(pairs.only(random.ints(count, 0, count).toArray()));
        }
        Arrays.sort(ratios);
        int outside = (int) (SAMPLES * LEFT_OUT);
        return new MedianRatio(ratio(pairs), ratios[outside], ratios[SAMPLES - 1 - outside]);
    }

    /** Whether more pairs would hardly change on which side of the bounds it is. */
    public boolean isSettled(double atLeast, double atMost) {
        boolean within = low >= atLeast && high <= atMost;
        boolean without = high < atLeast || low > atMost;
        return within || without;
    }

    private static double ratio(TimedPairs pairs) {
        return pairs.medianOfKnown() / pairs.medianOfUnknown();
    }
}
