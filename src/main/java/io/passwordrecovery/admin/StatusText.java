// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A status for people: a line each of what is set, missing, wrong, and of what happened. */
record StatusText(StatusJson status) {
    String asOf(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        status.missing().forEach(lack -> lines.add("Missing: " + lack.text()));
        status.invalidSettings()
                .forEach(invalid -> lines.add("Not valid: " + invalid.setting() + ", accepted is " + invalid.accepted()
                        + "; used is " + invalid.used() + "."));
        status.unknownSettings().forEach(unknown -> lines.add("No setting: " + unknown));
        lines.add("On this node since " + status.node().since() + ": " + figures() + ".");
        lines.add("Waiting for delivery: " + status.node().queueDepth() + " of at most "
                + status.node().queueCapacity() + ".");
        lines.add("As of " + now + ", Keycloak " + status.server().keycloak() + ", plugin "
                + status.server().plugin() + ".");
        return String.join("\n", lines);
    }

    private String summary() {
        boolean works = status.ready() && status.enabled() && status.missing().isEmpty();
        return works ? "Ready: forgotten passwords are reset by a code." : "Not ready yet.";
    }

    private String figures() {
        String figures = new TreeMap<>(status.node().lastDay())
                .entrySet().stream()
                        .filter(figure -> figure.getValue() > 0)
                        .map(figure -> words(figure.getKey()) + " " + figure.getValue())
                        .collect(Collectors.joining(", "));
        return figures.isEmpty() ? "nothing happened" : figures;
    }

    // codesIssued: codes issued
    private static String words(String member) {
        return member.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
