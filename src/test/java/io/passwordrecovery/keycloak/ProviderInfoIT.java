// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.info.ProviderRepresentation;
import org.keycloak.representations.info.SpiInfoRepresentation;

import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.KeycloakServer;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("journey")
class ProviderInfoIT {
    @Test
    void consoleNamesTheVersionThatRuns() throws IOException {
        Map<String, SpiInfoRepresentation> spis =
                KeycloakServer.shared().admin().serverInfo().getInfo().getProviders();

        Map<String, String> info = Optional.ofNullable(spis.get(PasswordRecoverySpi.NAME))
                .map(spi -> spi.getProviders().get("default"))
                .map(ProviderRepresentation::getOperationalInfo)
                .orElse(Map.of());

        try (JarFile jar = new JarFile(TestSettings.providerJar().toFile())) {
            assertThat(info)
                    .containsEntry(
                            "version", jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        }
    }
}
