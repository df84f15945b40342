// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.passwordrecovery.testkit.realm.TestSettings;

/**
 * The directories that the tests' Keycloaks run from. Keycloak builds itself anew, for many seconds, when an option of its
 * build changes: each set of those has directories of its own, as many as servers run at a time, and all but the first
 * begin as a copy of one that is built.
 */
final class KeycloakHomes {
    private static final Set<Path> IN_USE = new HashSet<>();

    private KeycloakHomes() {}

    /**
     * Takes a directory that no other server uses, with the tested jars in it.
     *
     * @param mode Keycloak's command, {@code start} or {@code start-dev}
     */
    static KeycloakHome take(String mode, List<String> options) {
        return directoryFor(
                TestSettings.keycloakVersion() + "-" + mode + buildOptions(options), TestSettings.testedJars());
    }

    /** Takes one with this jar in the place of the product's. */
    static KeycloakHome take(String mode, Path providerJar, List<String> options) {
        return directoryFor(
                TestSettings.keycloakVersion() + "-" + mode + buildOptions(options) + "-other-jar",
                List.of(providerJar, TestkitJar.path()));
    }

    private static KeycloakHome directoryFor(String name, List<Path> jars) {
        // One at a time: unpacking and copying keep the disk busy, not the processors.
        synchronized (IN_USE) {
            int number = 1;
            while (!IN_USE.add(directory(name, number))) {
                number++;
            }
            KeycloakHome home = KeycloakHome.at(directory(name, number));
            for (int other = 1; !home.exists() && other < number; other++) {
                KeycloakHome.at(directory(name, other)).copyIfBuilt(home);
            }
            home.unpack(TestSettings.keycloakZip(), percent -> {});
            home.provide(jars);
            return home;
        }
    }

    static void release(KeycloakHome home) {
        synchronized (IN_USE) {
            IN_USE.remove(home.directory());
        }
    }

    private static Path directory(String name, int number) {
        return TestSettings.workDirectory().resolve(name + "-" + number);
    }

    private static String buildOptions(List<String> options) {
        return options.stream()
                .filter(option -> option.matches("--(db|features|vault|tracing-enabled)=.*"))
                .sorted()
                .collect(Collectors.joining())
                .replaceAll("[^a-z0-9]+", "-");
    }
}
