// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints at the end of a run which classes took longest. Several run at a time, and the first to ask for the shared
 * server waits for its start.
 */
public final class SlowestClasses implements TestExecutionListener {
    private static final int COUNT = 10;

    private final Map<String, Long> began = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        began.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Long start = began.remove(test.getUniqueId());
        if (start != null
                && test.isContainer()
                && test.getSource().orElse(null) instanceof ClassSource source
                && !source.getClassName().contains("$")) {
            took.put(source.getClassName(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (took.size() > 1) {
            System.out.println(took.entrySet().stream()
                    .sorted(Entry.<String, Duration>comparingByValue().reversed())
                    .limit(COUNT)
                    .map(entry -> String.format(
                            Locale.ROOT, "%7.1f s  %s", entry.getValue().toMillis() / 1e3, entry.getKey()))
                    .collect(Collectors.joining("\n", "The slowest test classes:\n", "")));
        }
    }
}
