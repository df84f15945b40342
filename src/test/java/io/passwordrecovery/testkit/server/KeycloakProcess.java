// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;

import io.passwordrecovery.testkit.http.Http;

import static org.awaitility.Awaitility.await;

/** A Keycloak in a process of its own, which ends with this JVM, however this JVM ends. */
public final class KeycloakProcess implements AutoCloseable {
    // A killed JVM runs no shutdown hook, but its end of the pipe closes: then the server is told to stop.
    private static final String STOP_WITH_PARENT =
            "exec 4<&0; { cat <&4 >/dev/null; kill $$; } 2>/dev/null & exec \"$@\" </dev/null";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    // The first start is for the most part class loading and Keycloak building itself: cheap compilation and a
    // collector for few cores halve it. The bus address spares the SSSD provider's ten seconds of looking for D-Bus.
    static final Map<String, String> FAST_START = Map.of(
            "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC -Xms512m",
            "DBUS_SYSTEM_BUS_ADDRESS", "bogus:");

    private final Process process;
    private final Path log;

    private KeycloakProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts {@code kc.sh}.
     *
     * @param environment KC_… variables; those of this JVM's environment are not passed on
     * @param log takes the place of an earlier one
     */
    public static KeycloakProcess start(
            KeycloakHome home, Path log, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", STOP_WITH_PARENT, "keycloak", "bin/kc.sh"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(FAST_START);
        builder.environment().putAll(environment);
        try {
            KeycloakProcess keycloak = new KeycloakProcess(builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "stop Keycloak"));
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns when the server serves.
     *
     * @param managementUrl where {@code /health} is: Keycloak answers 503 on its own port while it bootstraps
     */
    public void awaitReady(URI managementUrl) {
        awaitReady(managementUrl, () -> {});
    }

    /** Returns when the server serves; tells the listener now and then that it does not yet. */
    public void awaitReady(URI managementUrl, Runnable listener) {
        URI ready = URI.create(managementUrl + "/health/ready");
        try {
            await("Keycloak is ready")
                    .atMost(START_LIMIT)
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(
                                    "Keycloak has ended with " + process.exitValue() + ":\n" + log());
                        }
                        listener.run();
                        return Http.answers(ready, 200);
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\nKeycloak's log:\n" + log(), e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server's processors have done since it started; in steps of the system's clock tick. */
    public Duration cpuTime() {
        return all().map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The Java that {@code kc.sh} has started. */
    public long javaPid() {
        return all().filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the server as a crash does: nothing that it had to do is done. */
    void kill() {
        List<ProcessHandle> all = all().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await("the killed server has ended").until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Halts the server as it is: its connections stay open, and it answers nobody. Then only {@link #kill} ends it. */
    void freeze() {
        List<String> command = new ArrayList<>(List.of("kill", "-STOP"));
        all().forEach(one -> command.add(Long.toString(one.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // kc.sh, and the Java that it starts.
    private Stream<ProcessHandle> all() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    /** Stops the server and returns when it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
