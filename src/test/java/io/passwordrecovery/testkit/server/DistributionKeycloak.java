// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;

/** Keycloak's distribution as a process on the loopback address, with an empty database in memory unless told of another. */
final class DistributionKeycloak implements KeycloakServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String MODE = "start-dev";

    private final URI url;
    private final URI managementUrl;
    private final KeycloakHome home;
    private final KeycloakProcess process;
    private final Keycloak admin;

    private DistributionKeycloak(KeycloakHome home, int port, int managementPort, List<String> options) {
        this.url = URI.create("http://" + LOOPBACK + ":" + port);
        this.managementUrl = URI.create("http://" + LOOPBACK + ":" + managementPort);
        this.home = home;
        this.process = KeycloakProcess.start(home, home.log(), TestEnvironment.variables(), arguments(options));
        this.admin = Admin.of(url);
    }

    static KeycloakServer start(List<String> options) {
        return start(KeycloakHomes.take(MODE, options), options);
    }

    static KeycloakServer start(Path providerJar, List<String> options) {
        return start(KeycloakHomes.take(MODE, providerJar, options), options);
    }

    private static KeycloakServer start(KeycloakHome home, List<String> options) {
        DistributionKeycloak server = new DistributionKeycloak(home, FreePort.next(), FreePort.next(), options);
        try {
            server.process.awaitReady(server.managementUrl);
            home.hasBeenBuilt();
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
        KeycloakHomes.release(home);
    }

    private List<String> arguments(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(
                MODE,
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
}
