// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.realm.Admin;
import io.passwordrecovery.testkit.realm.TestSettings;

/** One of the nodes of {@link TwoNodes}, or the one of {@link OneNode}: Keycloak's distribution in production mode. */
final class ClusterNode implements KeycloakServer {
    private static final String LOOPBACK = "127.0.0.1";

    private final URI url = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final URI managementUrl = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final KeycloakProcess process;
    private final Keycloak admin;

    /**
     * Starts the node, without waiting for it.
     *
     * @param number from 1
     * @param frontend under which both say that they are reached
     * @param options added to the command line
     */
    ClusterNode(int number, Postgres database, String frontend, List<String> options) {
        // Options such as --features make Keycloak build itself anew: each set of them has a directory of its own.
        String name = String.join("", options).replaceAll("[^a-z0-9]+", "-");
        Path directory =
                TestSettings.workDirectory().resolve(TestSettings.keycloakVersion() + "-node-" + number + name);
        KeycloakHome home = KeycloakHome.unpacked(TestSettings.keycloakZip(), directory, percent -> {});
        home.provide(TestSettings.testedJars());
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + url.getPort(),
                "--http-management-port=" + managementUrl.getPort(),
                "--hostname=" + (frontend.isEmpty() ? url : frontend),
                "--cache-embedded-network-bind-address=" + LOOPBACK,
                "--cache-embedded-network-bind-port=" + FreePort.next(),
                "-Djgroups.fd.port-offset=" + 10 * number));
        arguments.addAll(database.keycloakOptions());
        arguments.addAll(ServerOptions.always(LOOPBACK));
        arguments.addAll(options);
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        this.process = KeycloakProcess.start(home, log, Admin.ENVIRONMENT, arguments);
        this.admin = Admin.of(url);
    }

    void awaitReady() {
        process.awaitReady(managementUrl);
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
