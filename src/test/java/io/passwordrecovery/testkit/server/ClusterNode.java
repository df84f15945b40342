// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.admin.client.Keycloak;

import io.passwordrecovery.testkit.realm.Admin;

/** One of the nodes of a {@link TwoNodes}: Keycloak's distribution in production mode, which can end and start again. */
public final class ClusterNode implements KeycloakServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String MODE = "start";

    private final URI url = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final URI managementUrl = URI.create("http://" + LOOPBACK + ":" + FreePort.next());
    private final KeycloakHome home;
    private final List<String> arguments;
    private final Keycloak admin;
    private KeycloakProcess process;

    /**
     * Starts the node.
     *
     * @param frontend under which both say that they are reached; empty for its own address
     * @param options added to the command line
     */
    ClusterNode(Postgres database, String frontend, List<String> options) {
        List<String> databaseAndOptions = Stream.concat(database.keycloakOptions().stream(), options.stream())
                .toList();
        this.home = KeycloakHomes.take(MODE, databaseAndOptions);
        this.arguments = new ArrayList<>(List.of(
                MODE,
                "--http-enabled=true",
                "--http-host=" + LOOPBACK,
                "--http-port=" + url.getPort(),
                "--http-management-port=" + managementUrl.getPort(),
                "--hostname=" + (frontend.isEmpty() ? url : frontend),
                "--cache-embedded-network-bind-address=" + LOOPBACK,
                "--cache-embedded-network-bind-port=" + FreePort.next(),
                // The same for both: by it each finds the other's port, and so sees at once that it has crashed.
                "-Djgroups.fd.port-offset=10"));
        arguments.addAll(databaseAndOptions);
        arguments.addAll(ServerOptions.always(LOOPBACK));
        this.admin = Admin.of(url);
        this.process = started(List.of());
        home.hasBeenBuilt();
    }

    private KeycloakProcess started(List<String> more) {
        List<String> all = Stream.concat(arguments.stream(), more.stream()).toList();
        KeycloakProcess starting = KeycloakProcess.start(home, home.log(), TestEnvironment.variables(), all);
        starting.awaitReady(managementUrl);
        return starting;
    }

    /** Tells the node to stop, as an orchestrator does, and returns when it has ended. */
    public void stop() {
        process.close();
    }

    /** Ends the node as a crash does. */
    public void kill() {
        process.kill();
    }

    /** Halts the node: its connections stay open, and it answers nobody. {@link #kill} is what is left then. */
    public void freeze() {
        process.freeze();
    }

    /**
     * Starts the node where it has ended, under the same address.
     *
     * @param options for this time
     */
    public void startAgain(String... options) {
        if (!process.isAlive()) {
            process = started(List.of(options));
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
        stop();
        KeycloakHomes.release(home);
    }
}
