// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.Postgres;

/**
 * {@code ./mvnw -Pbenchmark}: writes {@code target/benchmark/report.md}, {@code report.json} and pictures of the times.
 *
 * <p>{@code -Dbenchmark.only=cost,time}: parts, of {@code time}, {@code directory}, {@code pages}, {@code probes}, {@code update},
 * {@code databases}, {@code cost}, {@code neighbours}, {@code many} and {@code start}. Everything takes more than an hour, and the
 * machine should do nothing else meanwhile.
 */
public final class Benchmark {
    private static final String STATELESS = "--features=stateless";

    /** Where many ask at once, that is to be worked off, not refused. */
    private static final String LONG_QUEUE = "--spi-password-recovery--default--queue-capacity=20000";

    private static final List<String> PATIENT = with(BenchmarkServer.H2, LONG_QUEUE);

    private final Report report;
    private final EqualTime equal;
    private final EqualCalls calls;

    private Benchmark(Report report) {
        this.report = report;
        this.equal = new EqualTime(report);
        this.calls = new EqualCalls(equal);
    }

    public static void main(String... arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Path directory = Path.of(arguments[0]);
        List<String> parts = List.of(arguments[1].split(","));
        Benchmark benchmark = new Benchmark(
                new Report(directory, "Keycloak " + TestSettings.keycloakVersion() + ", " + ThisMachine.description()));
        for (String part : parts) {
            benchmark.measure(part);
        }
        System.out.println("See " + directory.resolve("report.md"));
        System.exit(0);
    }

    private void measure(String part) {
        switch (part) {
            case "time" -> time();
            case "directory" -> directory();
            case "pages" -> pages();
            case "probes" -> probes();
            case "update" -> update();
            case "databases" -> databases();
            case "cost" -> cost();
            case "neighbours" -> neighbours();
            case "many" -> many();
            case "start" -> StartUp.measure(report);
            default -> throw new IllegalArgumentException("no such part: " + part);
        }
    }

    private void time() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            calls.cold(server, "H2");
            calls.cognito(server);
            calls.cached(server);
            calls.atOnce(server);
            calls.mailServerIsSlow(server);
            calls.mailServerIsAway(server);
        }
    }

    private void directory() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            EqualDirectory.measure(equal, server);
        }
    }

    private void pages() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            new EqualPages(equal).measure(server);
        }
    }

    private void probes() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            new Probes(equal).measure(server);
        }
    }

    private void update() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            new EqualUpdate(equal).measure(server);
        }
    }

    private void databases() {
        try (Postgres database = Postgres.startOrSkip("PostgreSQL");
                BenchmarkServer server =
                        BenchmarkServer.start("postgres", with(database.keycloakOptions(), LONG_QUEUE))) {
            calls.cold(server, "PostgreSQL");
            calls.restarted(server);
        }
        try (Postgres database = Postgres.startOrSkip("PostgreSQL");
                BenchmarkServer server =
                        BenchmarkServer.start("stateless", with(database.keycloakOptions(), LONG_QUEUE, STATELESS))) {
            calls.cold(server, "PostgreSQL and stateless");
        }
    }

    private void cost() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", PATIENT)) {
            new Cost(server, report).measureFlood();
            new Cost(server, report).measure();
            new Cost(server, Findings.profilesOf(report)).measure();
        }
    }

    private void neighbours() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", BenchmarkServer.H2)) {
            new Neighbours(server, report).measure();
        }
    }

    private void many() {
        try (BenchmarkServer server = BenchmarkServer.start("h2", BenchmarkServer.H2)) {
            new Crowds(server, report).measure();
        }
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }
}
