// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** How well the time of an answer tells existing users from unknown ones. */
public final class Odds {
    private Odds() {}

    /**
     * Measures names {@code known0}, … against {@code nobody0}, …, by turns.
     *
     * @param time of one call, in any unit
     * @param names how many of each kind
     * @param rounds how often each; another one before them warms the server up
     * @return how often an existing name takes longer (AUC): 0.5 tells nothing, 0 and 1 everything
     */
    public static double of(ToLongFunction<String> time, int names, int rounds) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < names; i++) {
                long first = time.applyAsLong("known" + i);
                long second = time.applyAsLong("nobody" + i);
                if (round > 0) {
                    known.add(first);
                    unknown.add(second);
                }
            }
        }
        return new TimedPairs(known, unknown).auc();
    }

    /**
     * Measures each name once, in pairs of {@code known…} and {@code nobody…} whose order is thrown: whoever looked at a
     * name a second time would look at what the server remembers of the first.
     *
     * @param time of one call, in any unit
     * @param from the first pair's number
     * @param to the number after the last one's
     * @return as in {@link #of}
     */
    public static double ofFirstLook(ToLongFunction<String> time, int from, int to) {
        return TimedPairs.inTurn(time, from, to).auc();
    }
}
