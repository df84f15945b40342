// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import io.passwordrecovery.testkit.server.TestkitJar;

/** What the build tells the tests and the demo, in {@code build.properties} (see pom.xml). */
public final class TestSettings {
    private static final String FILE = "/build.properties";
    private static final Properties VALUES = read();

    private TestSettings() {}

    /** Returns the value of a setting, such as {@code keycloak.runner}. */
    public static String value(String name) {
        String value = VALUES.getProperty(name, "");
        if (value.isBlank() || value.startsWith("${")) {
            throw new IllegalStateException(name + " is not set in " + FILE + "; ./mvnw fills that file in");
        }
        return value;
    }

    public static String keycloakVersion() {
        return value("keycloak.version");
    }

    /** The server's distribution, as Maven fetched it. */
    public static Path keycloakZip() {
        return Path.of(value("keycloak.zip"));
    }

    /** The product's jar. */
    public static Path providerJar() {
        return Path.of(value("keycloak.provider"));
    }

    /** The directory with the sample theme. */
    public static Path themes() {
        return Path.of(value("keycloak.themes"));
    }

    /** A directory that may be kept from run to run. */
    public static Path workDirectory() {
        return Path.of(value("keycloak.work"));
    }

    public static List<Path> testedJars() {
        return List.of(providerJar(), TestkitJar.path());
    }

    private static Properties read() {
        try (InputStream file = TestSettings.class.getResourceAsStream(FILE)) {
            Properties values = new Properties();
            if (file != null) {
                values.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
