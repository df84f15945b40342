// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.http.Http;

/**
 * A running Keycloak with the product's jar and the testkit's own providers: the one seam between the tests and where
 * the server runs.
 */
public interface KeycloakServer extends AutoCloseable {
    /** Returns the server that all test classes of this JVM share; the first call starts it. */
    static KeycloakServer shared() {
        return SharedKeycloak.get();
    }

    /** Returns another one, whose time {@link MovesTheClock} classes move, one of them at a time. */
    static KeycloakServer withMovableClock() {
        return SharedKeycloak.withMovableClock();
    }

    /** Those of the two that have been asked for. */
    static List<KeycloakServer> allShared() {
        return SharedKeycloak.started();
    }

    /**
     * Starts a server of the caller's own, for tests that stop it or need other options.
     *
     * @param options added to the command line, as in {@code --features=stateless}
     */
    static KeycloakServer start(String... options) {
        return Runner.chosen().start(List.of(options));
    }

    /** As {@link #start}, but never in a container: for tests whose server reads this machine's files. */
    static KeycloakServer startHere(String... options) {
        return startHere(List.of(options));
    }

    /** As {@link #startHere}, with this jar in the place of the product's. */
    static KeycloakServer startWith(Path providerJar) {
        return DistributionKeycloak.start(providerJar, List.of());
    }

    /** As {@link #startHere(String...)}. */
    static KeycloakServer startHere(List<String> options) {
        return DistributionKeycloak.start(options);
    }

    /** Without a slash at the end. */
    URI url();

    /** Where {@code /health} and {@code /metrics} are. */
    URI managementUrl();

    Keycloak admin();

    /** The name under which the server reaches a port of this JVM. */
    String smtpHost();

    /** The local address that such a port must be bound to. */
    String inboxAddress();

    /** Everything the server has written to its console since it started. */
    String log();

    @Override
    void close();

    /**
     * Moves the server's time forward, that of its caches too; what was asked for before is worked off first, as it would be
     * in so long a time.
     */
    default void advance(Duration duration) {
        try {
            await("nothing waits for delivery", Duration.ofSeconds(3), this::isIdle);
        } catch (ConditionTimeoutException e) {
            // The test has messages wait.
        }
        new ServerClock(this).advance(duration);
    }

    /**
     * Waits until everything that was asked for has been worked off, or has failed once: an answer is given before the work
     * for it begins, and other tests on this server may have left what is tried again for minutes.
     */
    default void awaitFirstTries() {
        await("everything that was asked for has been tried", Duration.ofSeconds(20), () -> {
            String metrics = metrics();
            return gauge(metrics, "password_recovery_delivery_queue")
                    == gauge(metrics, "password_recovery_delivery_retries");
        });
    }

    /** Whether nothing waits for delivery. */
    default boolean isIdle() {
        return gauge(metrics(), "password_recovery_delivery_queue") == 0;
    }

    private static void await(String what, Duration atMost, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    private static double gauge(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                // Whoever waited for nothing would be told at once that it has come.
                .orElseThrow(() -> new IllegalStateException("no metric " + name));
    }

    /** Takes back every {@link #advance}. */
    default void resetClock() {
        new ServerClock(this).reset();
    }

    /** The text of {@code /metrics}, in Prometheus' format. */
    default String metrics() {
        return Http.get(URI.create(managementUrl() + "/metrics")).body();
    }
}
