// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.passwordrecovery.testkit.Missing;

import static org.awaitility.Awaitility.await;

/** A PostgreSQL of the machine's own programs, on a port and in a directory of its own, that ends with the test. */
public final class Postgres implements AutoCloseable {
    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");
    private static final String UNPRIVILEGED = "postgres";

    private final Path server;
    private final Path directory;
    private final int port = FreePort.next();
    private Process process;

    private Postgres(Path server, Path directory) throws IOException {
        this.server = server;
        this.directory = directory;
        this.process = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop PostgreSQL"));
        await("PostgreSQL listens").until(this::listens);
    }

    /** Starts it, or skips the test aloud. */
    public static Postgres startOrSkip(String tests) {
        Path initdb = program("initdb").orElseThrow(() -> Missing.because(tests, "there is no initdb (PostgreSQL)"));
        Path server = initdb.resolveSibling("postgres");
        if (!Files.isExecutable(server)) {
            server = program("postgres").orElseThrow(() -> Missing.because(tests, "there is no postgres"));
        }
        try {
            Path directory = Files.createTempDirectory("postgres");
            if (isRoot()) {
                Files.setOwner(
                        directory,
                        directory
                                .getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(UNPRIVILEGED));
            }
            return start(initdb, server, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Postgres start(Path initdb, Path server, Path directory) throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        Process init = run(directory, initdb.toString(), "-A", "trust", "--no-sync", "-D", data.toString());
        if (!init.waitFor(1, TimeUnit.MINUTES) || init.exitValue() != 0) {
            throw new IllegalStateException("initdb failed: see " + directory + "/log");
        }
        return new Postgres(server, directory);
    }

    private Process start() throws IOException {
        return run(
                directory,
                server.toString(),
                "-D",
                directory.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-F",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "max_connections=250",
                "-k",
                directory.toString());
    }

    /** Takes it away from whoever uses it, as a crash does. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await("PostgreSQL has ended").until(() -> all.stream().noneMatch(ProcessHandle::isAlive) && !listens());
    }

    /** Brings it back after {@link #kill}, with all that was committed. */
    public void startAgain() {
        if (process.isAlive()) {
            return;
        }
        try {
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("PostgreSQL listens").until(this::listens);
    }

    /** For Keycloak's options {@code --db-url} and {@code --db-username}. */
    public List<String> keycloakOptions() {
        return List.of(
                "--db=postgres",
                "--db-url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "--db-username=" + (isRoot() ? UNPRIVILEGED : System.getProperty("user.name")));
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    // PostgreSQL refuses to run as root.
    private static Process run(Path directory, String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
        }
        all.addAll(List.of(command));
        return new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile()))
                .start();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Optional<Path> program(String name) {
        return SearchPath.ofThisMachine().find(name).or(() -> debians(name));
    }

    private static Optional<Path> debians(String name) {
        if (!Files.isDirectory(DEBIANS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIANS)) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
