// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.passwordrecovery.testkit.realm.TestSettings;

/** Keycloak's start with the jar and without, by turns; both are built before. */
final class StartUp {
    private static final int ROUNDS = 5;

    private StartUp() {}

    static void measure(Report report) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double one = seconds("without", List.of());
            double other = seconds("h2", List.of(TestSettings.providerJar()));
            if (round > 0) {
                without.add(one);
                with.add(other);
            }
        }
        report.add(Finding.ratio(
                "Many",
                "Keycloak's start with the jar / without (medians of 5)",
                "s",
                median(with),
                median(without),
                1.03));
    }

    private static double seconds(String kind, List<Path> jars) {
        long start = System.nanoTime();
        BenchmarkServer server = BenchmarkServer.start(kind, jars, BenchmarkServer.H2);
        double seconds = (System.nanoTime() - start) / 1e9;
        server.close();
        return seconds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
