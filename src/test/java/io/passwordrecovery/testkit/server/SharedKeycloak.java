// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;

/** Holds the JVM's shared server; the class is initialized, and the server started, by the first to ask. */
final class SharedKeycloak {
    private static final KeycloakServer SERVER = start();

    private SharedKeycloak() {}

    static KeycloakServer get() {
        return SERVER;
    }

    private static KeycloakServer start() {
        KeycloakServer server = Runner.chosen().start(List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop shared Keycloak"));
        return server;
    }
}
