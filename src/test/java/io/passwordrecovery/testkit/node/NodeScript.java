// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.node;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A script of {@code src/test/js} at work in a Node of its own, called over its standard input ({@code calls.mjs}). */
public final class NodeScript implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name;
    private Process process;
    private BufferedWriter calls;
    private BufferedReader results;

    /** Names a script; Node starts with the first call. */
    public NodeScript(String name) {
        this.name = name;
    }

    /** Calls one of the script's functions. */
    public Result call(String function, Map<String, ?> input) {
        try {
            start();
            calls.write(MAPPER.writeValueAsString(Map.of("function", function, "input", input)));
            calls.newLine();
            calls.flush();
            String line = results.readLine();
            if (line == null) {
                throw new AssertionError(name + " has ended:\n" + Files.readString(log()));
            }
            JsonNode result = MAPPER.readTree(line);
            return new Result(result.path("returned"), result.path("thrown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        if (process == null) {
            NodeProject project = NodeProject.installed();
            process = new ProcessBuilder(project.node().toString(), name)
                    .directory(project.directory().toFile())
                    .redirectError(log().toFile())
                    .start();
            calls = process.outputWriter(StandardCharsets.UTF_8);
            results = process.inputReader(StandardCharsets.UTF_8);
        }
    }

    private Path log() {
        return NodeProject.installed().directory().resolve(name + ".log");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }

    /** What the function returned or, if it did not return, threw. */
    public record Result(JsonNode returned, JsonNode thrown) {
        /** What was thrown, as in {@code CodeMismatchException: Invalid code}; fails when nothing was. */
        public String error() {
            if (thrown.isMissingNode()) {
                throw new AssertionError("nothing was thrown, but this returned: " + returned);
            }
            return thrown.path("name").asText() + ": " + thrown.path("message").asText();
        }

        /** What was returned, as JSON; fails when something was thrown. */
        public String json() {
            if (!thrown.isMissingNode()) {
                throw new AssertionError("thrown: " + thrown);
            }
            return returned.toString();
        }
    }
}
