// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import io.passwordrecovery.testkit.TimedPairs;

/** Whether the time of an answer tells who has an account: each circumstance has names that nobody has asked for yet. */
final class EqualTime {
    /** How many pairs the promise is about. */
    static final int PAIRS = 2_000;

    static final String GROUP = "Equal time (AUC: 0.5 tells nothing)";

    private final Report report;

    EqualTime(Report report) {
        this.report = report;
    }

    void measure(String circumstance, ToLongFunction<String> time) {
        measure(circumstance, time, 0, PAIRS);
    }

    void measure(String circumstance, ToLongFunction<String> time, int from, int to) {
        tell(circumstance, TimedPairs.inTurn(time, from, to));
    }

    void tell(String circumstance, TimedPairs pairs) {
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
                circumstance,
                Finding.text(pairs.medianOfKnown(), "ms"),
                Finding.text(pairs.medianOfUnknown(), "ms"),
                pairs.medianOfKnown() / pairs.medianOfUnknown(),
                0.98,
                1.02));
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
