// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.util.List;
import java.util.Locale;

import io.passwordrecovery.testkit.realm.TestSettings;

/** Where the tests' Keycloak runs, chosen by {@code -Dkeycloak.runner}. */
enum Runner {
    CONTAINER,
    DISTRIBUTION;

    private static final Runner CHOSEN = choose(TestSettings.value("keycloak.runner"));

    static Runner chosen() {
        return CHOSEN;
    }

    KeycloakServer start(List<String> options) {
        return switch (this) {
            case CONTAINER -> ContainerKeycloak.start(options);
            case DISTRIBUTION -> DistributionKeycloak.start(options);
        };
    }

    private static Runner choose(String name) {
        return switch (name) {
            case "auto" -> ContainerKeycloak.isPossible() ? CONTAINER : DISTRIBUTION;
            case "container", "distribution" -> valueOf(name.toUpperCase(Locale.ROOT));
            default ->
                throw new IllegalArgumentException(
                        "keycloak.runner must be auto, container or distribution, but is " + name);
        };
    }
}
