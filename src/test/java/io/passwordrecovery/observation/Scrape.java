// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/** What {@code /metrics} tells of this plugin, in Prometheus' text format; with tracing it has exemplars, after a hash. */
record Scrape(List<Series> series) {
    private static final Pattern LINE = Pattern.compile("(password_recovery_\\w+)(?:\\{(.*?)})? (\\S+)(?: # .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** @param value as it is written */
    record Series(String metric, Map<String, String> labels, String value) {}

    static Scrape of(String metrics) {
        return new Scrape(metrics.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new Series(requireNonNull(line.group(1)), labels(line.group(2)), requireNonNull(line.group(3))))
                .toList());
    }

    /** Each metric with its labels' names. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new TreeMap<>();
        series.forEach(one -> labels.computeIfAbsent(one.metric(), metric -> new TreeSet<>())
                .addAll(one.labels().keySet()));
        return labels;
    }

    Set<String> values(String label) {
        Set<String> values = new TreeSet<>();
        series.forEach(one -> values.add(one.labels().getOrDefault(label, "")));
        values.remove("");
        return values;
    }

    double sum(String metric, Map<String, String> labels) {
        return series.stream()
                .filter(one -> one.metric().equals(metric))
                .filter(one -> one.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(one -> Double.parseDouble(one.value()))
                .sum();
    }

    private static Map<String, String> labels(@Nullable String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            LABEL.matcher(text)
                    .results()
                    .forEach(label -> labels.put(requireNonNull(label.group(1)), requireNonNull(label.group(2))));
        }
        return labels;
    }
}
