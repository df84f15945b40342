// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/** As much of Prometheus' language as tells which metrics and labels an expression needs. */
final class PromQl {
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})?(?!\\w*\\s*\\()");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

    /** What Prometheus itself adds to every series. */
    private static final Set<String> OF_THE_TARGET = Set.of("instance", "job");

    private PromQl() {}

    /** Each metric with the labels that the expression asks of it, in matchers or groupings. */
    static Map<String, Set<String>> metrics(String expression) {
        Set<String> grouped = new TreeSet<>();
        GROUPING.matcher(expression)
                .results()
                .forEach(group ->
                        grouped.addAll(Set.of(requireNonNull(group.group(1)).split("\\s*,\\s*"))));
        String bare =
                RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        Map<String, Set<String>> metrics = new TreeMap<>();
        SELECTOR.matcher(bare).results().forEach(selector -> {
            String name = requireNonNull(selector.group(1));
            if (name.contains("_") && !name.startsWith("histogram_") && !name.startsWith("label_")) {
                Set<String> labels = metrics.computeIfAbsent(name, any -> new TreeSet<>(grouped));
                if (selector.group(2) != null) {
                    MATCHER.matcher(selector.group(2)).results().forEach(matcher -> labels.add(matcher.group(1)));
                }
                labels.removeAll(OF_THE_TARGET);
            }
        });
        return metrics;
    }

    /** The words that an expression compares a label with, where it names them. */
    static Set<String> words(String expression, String label) {
        Set<String> words = new TreeSet<>();
        MATCHER.matcher(expression)
                .results()
                .filter(matcher -> label.equals(matcher.group(1)))
                .forEach(matcher ->
                        words.addAll(Set.of(requireNonNull(matcher.group(3)).split("\\|"))));
        return words;
    }
}
