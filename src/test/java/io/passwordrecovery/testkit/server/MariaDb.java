// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.passwordrecovery.testkit.Missing;

import static org.awaitility.Awaitility.await;

/** A MariaDB of the machine's own programs, on a port and in a directory of its own, that ends with the test. */
public final class MariaDb implements AutoCloseable {
    private static final String NAME = "keycloak";
    private static final SearchPath PROGRAMS = SearchPath.ofThisMachine();

    private final Process process;
    private final int port;

    private MariaDb(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, or skips the test aloud. */
    public static MariaDb startOrSkip(String tests) {
        Path server = program("mariadbd", tests);
        Path install = program("mariadb-install-db", tests);
        try {
            return start(install, server, Files.createTempDirectory("mariadb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static MariaDb start(Path install, Path server, Path directory) throws IOException, InterruptedException {
        String data = "--datadir=" + directory.resolve("data");
        String user = "--user=" + System.getProperty("user.name");
        Process init = run(directory, install, "--no-defaults", data, user, "--skip-test-db");
        if (!init.waitFor(2, TimeUnit.MINUTES) || init.exitValue() != 0) {
            throw new IllegalStateException("mariadb-install-db failed: see " + directory + "/log");
        }
        Path sql = directory.resolve("init.sql");
        Files.writeString(sql, """
                CREATE DATABASE keycloak CHARACTER SET utf8mb4;
                CREATE USER keycloak@127.0.0.1 IDENTIFIED BY 'keycloak';
                GRANT ALL ON keycloak.* TO keycloak@127.0.0.1;
                """);
        int port = FreePort.next();
        Process process = run(
                directory,
                server,
                "--no-defaults",
                data,
                user,
                "--init-file=" + sql,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0",
                "--socket=" + directory.resolve("socket"));
        MariaDb mariaDb = new MariaDb(process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(mariaDb::close, "stop MariaDB"));
        await("MariaDB listens").until(mariaDb::listens);
        return mariaDb;
    }

    /** For Keycloak's command line. */
    public List<String> keycloakOptions() {
        return List.of(
                "--db=mariadb",
                "--db-url=jdbc:mariadb://127.0.0.1:" + port + "/" + NAME,
                "--db-username=" + NAME,
                "--db-password=" + NAME);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path program(String name, String tests) {
        return PROGRAMS.find(name).orElseThrow(() -> Missing.because(tests, "there is no " + name + " (MariaDB)"));
    }

    private static Process run(Path directory, Path program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(Arrays.asList(arguments));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
