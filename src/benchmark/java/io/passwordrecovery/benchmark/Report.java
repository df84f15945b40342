// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** All that has been measured, written anew after each figure: whoever stops a run keeps what it has found. */
final class Report implements Findings {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private final String server;
    private final List<Finding> figures = new ArrayList<>();
    private final List<String> profiles = new ArrayList<>();

    /** @param server what was measured, for the report's first line */
    Report(Path directory, String server) {
        this.directory = directory;
        this.server = server;
    }

    Path directory() {
        return directory;
    }

    @Override
    public void add(Finding figure) {
        figures.add(figure);
        System.out.println(row(figure));
        write();
    }

    @Override
    public void addProfile(String call, List<String> lines) {
        profiles.add("### " + call + "\n\n" + String.join("\n", lines) + "\n");
        write();
    }

    private void write() {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("report.md"), markdown());
            Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Measured on " + server + "\n");
        for (String group : figures.stream().map(Finding::group).distinct().toList()) {
            text.append("\n## ").append(group);
            text.append(
                    "\n\n| | measured | anchor in the same run | value | promised | |\n|---|---|---|---|---|---|\n");
            text.append(figures.stream()
                    .filter(figure -> figure.group().equals(group))
                    .map(Report::row)
                    .collect(Collectors.joining("\n", "", "\n")));
        }
        if (!profiles.isEmpty()) {
            text.append("\n## Where the processors were\n\n").append(String.join("\n", profiles));
        }
        return text.toString();
    }

    private static String row(Finding figure) {
        return "| " + figure.name() + " | " + figure.measured() + " | " + figure.anchor() + " | " + figure.valueText()
                + " | " + figure.promised() + " | " + (figure.isKept() ? "kept" : "**missed**") + " |";
    }
}
