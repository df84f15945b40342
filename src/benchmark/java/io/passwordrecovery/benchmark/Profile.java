// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Java Flight Recorder on the server while it works: which part of it the processors were in. */
final class Profile {
    private static final int LINES = 12;

    private Profile() {}

    /** Does the work, records the server meanwhile, and tells which packages its samples were in. */
    static <T> T of(Findings findings, BenchmarkServer server, String call, Supplier<T> work) {
        if (!findings.wantsProfiles()) {
            return work.get();
        }
        try {
            Path file = Files.createTempFile("profile", ".jfr");
            Jcmd.run(server.pid(), "JFR.start", "name=profile", "settings=profile");
            T result = work.get();
            Jcmd.run(server.pid(), "JFR.stop", "name=profile", "filename=" + file);
            findings.addProfile(call, lines(file));
            Files.delete(file);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        Map<String, Integer> samples = new HashMap<>();
        int all = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(part(event.getStackTrace()), 1, Integer::sum);
                    all++;
                }
            }
        }
        List<String> lines = new ArrayList<>(List.of("| share of samples | in |", "|---|---|"));
        double total = Math.max(1, all);
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(LINES)
                .forEach(part -> lines.add(
                        String.format(Locale.ROOT, "| %.0f %% | %s |", 100 * part.getValue() / total, part.getKey())));
        return lines;
    }

    // The innermost frame that is nobody's tool: whose work it is, not which collection it ended in.
    private static String part(RecordedStackTrace stack) {
        for (RecordedFrame frame : stack.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
                return packageOf(type);
            }
        }
        return "the JDK";
    }

    private static String packageOf(String type) {
        String[] parts = type.split("\\.");
        return String.join(".", List.of(parts).subList(0, Math.min(parts.length - 1, 4)));
    }
}
