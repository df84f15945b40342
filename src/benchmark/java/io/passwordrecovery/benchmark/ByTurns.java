// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A call and Keycloak's own way, by turns, in rounds: after hundreds of calls the compiler is not done with them, and its
 * work would be a good part of what a call seems to cost. The last rounds count.
 *
 * @param rounds of each
 * @param calls of a round; call i of round r has the number r × calls + i
 */
record ByTurns(int rounds, int calls) {
    private static final int COUNTED = 3;

    /** How a round of calls is made, and what it cost. */
    @FunctionalInterface
    interface Round {
        /** @return milliseconds of the server's processors for one call */
        double of(int from, int to);
    }

    /** The medians of the last rounds, in milliseconds. */
    record Costs(double own, double anchor) {
        Costs inverted() {
            return new Costs(/* own= */ anchor, /* anchor= */ own);
        }
    }

    /** How many numbers there are. */
    int numbers() {
        return rounds * calls;
    }

    Costs measure(Round own, Round anchor) {
        List<Double> owns = new ArrayList<>();
        List<Double> anchors = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            owns.add(own.of(round * calls, (round + 1) * calls));
            anchors.add(anchor.of(round * calls, (round + 1) * calls));
        }
        System.out.println("by turns, in ms: " + owns + " / " + anchors);
        return new Costs(lastOnes(owns), lastOnes(anchors));
    }

    private static double lastOnes(List<Double> costs) {
        return costs.stream()
                .skip(Math.max(0, costs.size() - COUNTED))
                .sorted()
                .skip(COUNTED / 2)
                .findFirst()
                .orElseThrow();
    }
}
