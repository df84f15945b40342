// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A directory with an unpacked Keycloak, kept from run to run so that later starts are faster. */
public record KeycloakHome(Path directory) {
    /**
     * Unpacks the distribution, unless the directory has it already.
     *
     * @param percent told of the progress
     */
    public static KeycloakHome unpacked(Path zip, Path directory, IntConsumer percent) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory.toAbsolutePath().getParent());
                Unzip.unzip(zip, directory, percent);
            }
            return new KeycloakHome(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the jars the only ones in {@code providers/}. Leaves those alone whose content is the same: Keycloak builds
     * itself anew, for ten seconds, when a file there is touched.
     */
    public void provide(List<Path> jars) {
        try {
            Path providers = directory.resolve("providers");
            List<Path> wanted = jars.stream()
                    .map(jar -> providers.resolve(jar.getFileName()))
                    .toList();
            for (Path other : jarsIn(providers)) {
                if (!wanted.contains(other)) {
                    Files.delete(other);
                }
            }
            for (Path jar : jars) {
                copyIfDifferent(jar, providers.resolve(jar.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jarsIn(Path providers) throws IOException {
        try (Stream<Path> files = Files.list(providers)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static void copyIfDifferent(Path jar, Path target) throws IOException {
        if (Files.exists(target)) {
            if (Files.mismatch(jar, target) == -1) {
                return;
            }
            Files.delete(target);
        }
        Files.copy(jar, target);
    }
}
