// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.passwordrecovery.testkit.TimedPairs;

/** Two distributions of answer times in one picture (SVG), which follows the reader's light or dark theme. */
final class TimesPicture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int BINS = 80;

    private TimesPicture() {}

    static void write(Path directory, String circumstance, TimedPairs pairs) {
        String name = circumstance.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("times-" + name + ".svg"), svg(circumstance, pairs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String svg(String circumstance, TimedPairs pairs) {
        double[] all = java.util.stream.Stream.concat(pairs.known().stream(), pairs.unknown().stream())
                .mapToDouble(time -> time / 1e6)
                .sorted()
                .toArray();
        double low = all[0];
        // The slowest one in a hundred would leave no room for the others.
        double high = all[all.length * 99 / 100];
        double[] known = shares(pairs.known(), low, high);
        double[] unknown = shares(pairs.unknown(), low, high);
        double top = Math.max(max(known), max(unknown));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <title>Times of answers: %s</title>
                <style>text{fill:#333}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
                <path d="%s" fill="#1f77b4" fill-opacity="0.35" stroke="#1f77b4"/>
                <path d="%s" fill="#ff7f0e" fill-opacity="0.35" stroke="#ff7f0e"/>
                <text x="4" y="%d">%.1f ms</text><text x="%d" y="%d" text-anchor="end">%.1f ms</text>
                <text x="%d" y="16" text-anchor="end">%s</text>
                <text x="%d" y="34" text-anchor="end">blue: existing names, orange: made-up ones; AUC %.3f</text>
                </svg>
                """.formatted(
                        WIDTH,
                        HEIGHT + 20,
                        circumstance,
                        path(known, top),
                        path(unknown, top),
                        HEIGHT + 15,
                        low,
                        WIDTH - 4,
                        HEIGHT + 15,
                        high,
                        WIDTH - 4,
                        circumstance,
                        WIDTH - 4,
                        pairs.auc());
    }

    private static double[] shares(List<Long> times, double low, double high) {
        double[] bins = new double[BINS];
        for (long time : times) {
            int bin = (int) ((time / 1e6 - low) / (high - low) * BINS);
            if (bin < BINS) {
                bins[bin] += 1.0 / times.size();
            }
        }
        return bins;
    }

    private static String path(double[] shares, double top) {
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        for (int bin = 0; bin < BINS; bin++) {
            double y = HEIGHT - shares[bin] / top * (HEIGHT - 50);
            path.append(
                    String.format(Locale.ROOT, "L%d %.1fL%d %.1f", bin * WIDTH / BINS, y, (bin + 1) * WIDTH / BINS, y));
        }
        return path.append("L" + WIDTH + " " + HEIGHT + "Z").toString();
    }

    private static double max(double[] shares) {
        double max = 0;
        for (double share : shares) {
            max = Math.max(max, share);
        }
        return max;
    }
}
