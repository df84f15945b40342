// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import io.passwordrecovery.testkit.MedianRatio;
import io.passwordrecovery.testkit.TimedPairs;

/** Whether the time of an answer tells who has an account: each circumstance has names that nobody has asked for yet. */
final class EqualTime {
    /** How many pairs the promise is about. */
    static final int PAIRS = 2_000;

    /** After which a circumstance is left as it is: its users have to be imported before. */
    static final int MOST_ROUNDS = 8;

    static final String GROUP = "Equal time (AUC: 0.5 tells nothing)";

    private static final double SAME_AT_LEAST = 0.98;
    private static final double SAME_AT_MOST = 1.02;

    private final Report report;

    EqualTime(Report report) {
        this.report = report;
    }

    /** A round of pairs, of those whose numbers are in a range. */
    @FunctionalInterface
    interface Round {
        TimedPairs of(int from, int to);
    }

    /**
     * Measures rounds of {@value #PAIRS} pairs, until they say within which bounds the medians are.
     *
     * @param mostRounds after which it is left open
     * @return how many rounds it took
     */
    int measure(String circumstance, int mostRounds, Round round) {
        TimedPairs pairs = round.of(0, PAIRS);
        MedianRatio medians = MedianRatio.of(pairs);
        int rounds = 1;
        while (rounds < mostRounds && !medians.isSettled(SAME_AT_LEAST, SAME_AT_MOST)) {
            pairs = pairs.and(round.of(rounds * PAIRS, (rounds + 1) * PAIRS));
            medians = MedianRatio.of(pairs);
            rounds++;
        }
        tell(circumstance, pairs, medians);
        return rounds;
    }

    void tell(String circumstance, TimedPairs pairs) {
        tell(circumstance, pairs, MedianRatio.of(pairs));
    }

    private void tell(String circumstance, TimedPairs pairs, MedianRatio medians) {
        report.add(new Finding(
                GROUP,
                circumstance + ", " + pairs.known().size() + " pairs",
                Finding.text(pairs.medianOfKnown(), "ms"),
                Finding.text(pairs.medianOfUnknown(), "ms"),
                pairs.auc(),
                0.47,
                0.53));
        report.add(new Finding(
                "Equal time (medians)",
                circumstance + ", 95 %: " + Finding.text(medians.low(), "to ")
                        + Finding.text(medians.high(), "").strip(),
                Finding.text(pairs.medianOfKnown(), "ms"),
                Finding.text(pairs.medianOfUnknown(), "ms"),
                medians.value(),
                SAME_AT_LEAST,
                SAME_AT_MOST));
        TimesPicture.write(report.directory(), circumstance, pairs);
    }

    static ToLongFunction<String> timed(Consumer<String> call) {
        return name -> {
            long start = System.nanoTime();
            call.accept(name);
            return System.nanoTime() - start;
        };
    }
}
