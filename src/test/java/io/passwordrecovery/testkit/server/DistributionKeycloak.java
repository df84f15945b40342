// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;

/** Keycloak's distribution as a process on the loopback address, with an empty database in memory unless told of another. */
final class DistributionKeycloak implements KeycloakServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<Path> HOMES_IN_USE = new HashSet<>();

    private final URI url;
    private final URI managementUrl;
    private final Path home;
    private final KeycloakProcess process;
    private final Keycloak admin;

    private DistributionKeycloak(Path home, int port, int managementPort, List<String> options) {
        this.url = URI.create("http://" + LOOPBACK + ":" + port);
        this.managementUrl = URI.create("http://" + LOOPBACK + ":" + managementPort);
        this.home = home;
        KeycloakHome keycloak = KeycloakHome.unpacked(TestSettings.keycloakZip(), home, percent -> {});
        keycloak.provide(TestSettings.testedJars());
        this.process = KeycloakProcess.start(
                keycloak, home.resolveSibling(home.getFileName() + ".log"), Admin.ENVIRONMENT, arguments(options));
        this.admin = Admin.of(url);
    }

    static KeycloakServer start(List<String> options) {
        Path home = takeHome(options);
        DistributionKeycloak server = new DistributionKeycloak(home, FreePort.next(), FreePort.next(), options);
        try {
            server.process.awaitReady(server.managementUrl);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
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
        release(home);
    }

    private List<String> arguments(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(
                "start-dev",
                "--http-host=" + LOOPBACK,
                "--http-port=" + url.getPort(),
                "--http-management-port=" + managementUrl.getPort()));
        if (options.stream().noneMatch(option -> option.startsWith("--db="))) {
            arguments.add("--db=dev-mem");
        }
        arguments.add("--spi-theme--folder--dir=" + TestSettings.themes());
        arguments.addAll(ServerOptions.always(LOOPBACK));
        arguments.addAll(options);
        return arguments;
    }

    // Options such as --features make Keycloak build itself anew: each set of them has a home where that is done.
    private static Path takeHome(List<String> options) {
        String version = TestSettings.keycloakVersion();
        String name = options.stream()
                .filter(option -> !option.startsWith("--db-"))
                .collect(Collectors.joining())
                .replaceAll("[^a-z0-9]+", "-");
        synchronized (HOMES_IN_USE) {
            for (int number = 1; ; number++) {
                Path home = TestSettings.workDirectory().resolve(version + name + "-" + number);
                if (HOMES_IN_USE.add(home)) {
                    return home;
                }
            }
        }
    }

    private static void release(Path home) {
        synchronized (HOMES_IN_USE) {
            HOMES_IN_USE.remove(home);
        }
    }
}
