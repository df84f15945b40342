// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.ArrayList;
import java.util.List;

/** The servers that the test classes of this JVM share; each is started by the first to ask. */
final class SharedKeycloak {
    private static final List<KeycloakServer> STARTED = new ArrayList<>();

    private SharedKeycloak() {}

    /** The holder class is initialized, and its server started, by the first to ask. */
    static KeycloakServer get() {
        return WithSteadyClock.SERVER;
    }

    static KeycloakServer withMovableClock() {
        return WithMovableClock.SERVER;
    }

    static List<KeycloakServer> started() {
        synchronized (STARTED) {
            return List.copyOf(STARTED);
        }
    }

    private static KeycloakServer start() {
        KeycloakServer server = Runner.chosen().start(List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop shared Keycloak"));
        synchronized (STARTED) {
            STARTED.add(server);
        }
        return server;
    }

    private static final class WithSteadyClock {
        static final KeycloakServer SERVER = start();
    }

    private static final class WithMovableClock {
        static final KeycloakServer SERVER = start();
    }
}
