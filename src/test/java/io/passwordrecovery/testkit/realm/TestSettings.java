// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.nio.file.Path;
import java.util.List;

import io.passwordrecovery.testkit.server.TestkitJar;

/** What the build tells the tests and the demo by system properties (see pom.xml). */
public final class TestSettings {
    private TestSettings() {}

    public static String keycloakVersion() {
        return required("keycloak.version");
    }

    /** The server's distribution, as Maven fetched it. */
    public static Path keycloakZip() {
        return Path.of(required("keycloak.zip"));
    }

    /** The product's jar. */
    public static Path providerJar() {
        return Path.of(required("keycloak.provider"));
    }

    /** The directory with the sample theme. */
    public static Path themes() {
        return Path.of(required("keycloak.themes"));
    }

    /** A directory that may be kept from run to run. */
    public static Path workDirectory() {
        return Path.of(required("keycloak.work"));
    }

    public static List<Path> testedJars() {
        return List.of(providerJar(), TestkitJar.path());
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("system property " + property
                    + " is not set; ./mvnw verify sets it, see the failsafe plugin in pom.xml");
        }
        return value;
    }
}
