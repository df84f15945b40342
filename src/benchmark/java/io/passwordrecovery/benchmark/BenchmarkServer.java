// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.FreePort;
import io.passwordrecovery.testkit.server.KeycloakHome;
import io.passwordrecovery.testkit.server.KeycloakProcess;
import io.passwordrecovery.testkit.server.KeycloakServer;

/** Keycloak in production mode, as its own image runs it: optimizing compiler, its usual collector, a gibibyte of heap. */
final class BenchmarkServer implements KeycloakServer {
    /** A database in the server's memory. */
    static final List<String> H2 = List.of("--db=dev-mem");

    private static final String LOOPBACK = "127.0.0.1";
    // In 300 ms: a tick or two of the system's clock.
    private static final Duration AT_REST = Duration.ofMillis(20);
    private static final String JVM = "-Xms1g -Xmx1g";

    private final URI url = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final URI managementUrl = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final KeycloakHome home;
    private final List<String> options;
    private final Keycloak admin;
    private KeycloakProcess process;

    private BenchmarkServer(KeycloakHome home, List<String> options) {
        this.home = home;
        this.options = options;
        this.process = start();
        this.admin = Admin.of(url);
    }

    /**
     * Starts one.
     *
     * @param kind names its directory: what is built for the same options
     */
    static BenchmarkServer start(String kind, List<String> options) {
        return start(kind, List.of(TestSettings.providerJar()), options);
    }

    /** @param jars in {@code providers/} */
    static BenchmarkServer start(String kind, List<Path> jars, List<String> options) {
        KeycloakHome home = KeycloakHome.at(
                TestSettings.workDirectory().resolve("benchmark-" + TestSettings.keycloakVersion() + "-" + kind));
        home.unpack(TestSettings.keycloakZip(), percent -> {});
        home.provide(jars);
        return new BenchmarkServer(home, options);
    }

    private KeycloakProcess start() {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + url.getPort(),
                "--http-management-port=" + managementUrl.getPort(),
                "--hostname=" + url,
                "--cache=local",
                "--health-enabled=true",
                "--metrics-enabled=true",
                "--proxy-headers=xforwarded"));
        arguments.addAll(options);
        Map<String, String> environment = new HashMap<>(Admin.ENVIRONMENT);
        environment.put("JAVA_OPTS_APPEND", JVM);
        KeycloakProcess starting = KeycloakProcess.start(
                home, home.directory().resolveSibling(home.directory().getFileName() + ".log"), environment, arguments);
        starting.awaitReady(managementUrl);
        return starting;
    }

    void restart() {
        process.close();
        process = start();
    }

    /** What the server's processors have done since it started. */
    Duration cpuTime() {
        return process.cpuTime();
    }

    /** The Java's. */
    long pid() {
        return process.javaPid();
    }

    /** Returns when nothing waits for delivery. */
    void awaitIdle() {
        awaitQuiet();
        while (!isIdle()) {
            Pause.of(Duration.ofMillis(500));
        }
    }

    /** Returns when the server's processors rest; asks it nothing, since answering would be part of what is measured. */
    void awaitQuiet() {
        Duration before = Duration.ZERO;
        while (cpuTime().minus(before).compareTo(AT_REST) > 0) {
            before = cpuTime();
            Pause.of(Duration.ofMillis(300));
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public URI managementUrl() {
        return managementUrl;
    }

    @Override
    public Keycloak admin() {
        return admin;
    }

    @Override
    public String smtpHost() {
        return LOOPBACK;
    }

    @Override
    public String inboxAddress() {
        return LOOPBACK;
    }

    @Override
    public String log() {
        return process.log();
    }

    @Override
    public void close() {
        admin.close();
        process.close();
    }
}
