// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Times of calls for existing names, and of as many for made-up ones, by turns in random order.
 *
 * @param known in nanoseconds
 * @param unknown in nanoseconds
 */
public record TimedPairs(List<Long> known, List<Long> unknown) {
    /**
     * Measures each name once, one after the other: whoever looked at a name a second time would look at what the server
     * remembers of the first.
     *
     * @param time of one call for {@code known…} or {@code nobody…}, in nanoseconds
     * @param from the first pair's number
     * @param to the number after the last one's
     */
    public static TimedPairs inTurn(ToLongFunction<String> time, int from, int to) {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        Random coin = new Random(from);
        for (int i = from; i < to; i++) {
            boolean knownFirst = coin.nextBoolean();
            if (knownFirst) {
                known.add(time.applyAsLong("known" + i));
            }
            unknown.add(time.applyAsLong("nobody" + i));
            if (!knownFirst) {
                known.add(time.applyAsLong("known" + i));
            }
        }
        return new TimedPairs(known, unknown);
    }

    /** As {@link #inTurn}, by so many callers at once. */
    public static TimedPairs atOnce(ToLongFunction<String> time, int from, int to, int callers) {
        int share = (to - from) / callers;
        List<TimedPairs> all =
                Crowd.of(callers, caller -> inTurn(time, from + caller * share, from + (caller + 1) * share));
        return new TimedPairs(
                all.stream().flatMap(own -> own.known.stream()).toList(),
                all.stream().flatMap(own -> own.unknown.stream()).toList());
    }

    /** These, and then those. */
    public TimedPairs and(TimedPairs those) {
        return new TimedPairs(
                Stream.concat(known.stream(), those.known.stream()).toList(),
                Stream.concat(unknown.stream(), those.unknown.stream()).toList());
    }

    /** The pairs of these numbers, some perhaps several times. */
    public TimedPairs only(int... numbers) {
        return new TimedPairs(
                Arrays.stream(numbers).mapToObj(known::get).toList(),
                Arrays.stream(numbers).mapToObj(unknown::get).toList());
    }

    /** How often an existing name takes longer: 0.5 tells nothing, 0 and 1 everything (the area under the ROC curve). */
    public double auc() {
        long[] others = sorted(unknown);
        double longer = 0;
        for (long one : known) {
            int below = firstNotBelow(others, one);
            int equal = firstNotBelow(others, one + 1) - below;
            longer += below + equal / 2.0;
        }
        return longer / known.size() / unknown.size();
    }

    /** In milliseconds. */
    public double medianOfKnown() {
        return median(known);
    }

    /** In milliseconds. */
    public double medianOfUnknown() {
        return median(unknown);
    }

    private static double median(List<Long> times) {
        long[] sorted = sorted(times);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static long[] sorted(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static int firstNotBelow(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && sorted[found - 1] == value) {
            found--;
        }
        return found;
    }
}
