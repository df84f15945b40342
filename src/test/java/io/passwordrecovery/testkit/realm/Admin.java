// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.net.URI;
import java.util.Map;

import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** The administrator that a server which runs on this machine, and nowhere else, is started with. */
public final class Admin {
    public static final String NAME = "admin";
    public static final String PASSWORD = "admin";

    public static final Map<String, String> ENVIRONMENT =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", NAME, "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);

    private Admin() {}

    public static Keycloak of(URI server) {
        return KeycloakBuilder.builder()
                .serverUrl(server.toString())
                .realm("master")
                .clientId("admin-cli")
                .username(NAME)
                .password(PASSWORD)
                .build();
    }
}
