// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** A directory with an unpacked Keycloak, kept from run to run so that later starts are faster. */
public record KeycloakHome(Path directory) {
    // Holds nothing: that it is there says that what Keycloak's build has left is whole.
    private static final String BUILT = "built";

    public static KeycloakHome at(Path directory) {
        return new KeycloakHome(directory);
    }

    /**
     * Unpacks the distribution, unless the directory has it already.
     *
     * @param percent told of the progress
     */
    public void unpack(Path zip, IntConsumer percent) {
        try {
            if (!exists()) {
                Files.createDirectories(directory.toAbsolutePath().getParent());
                Unzip.unzip(zip, directory, percent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the directory. */
    Path log() {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    public boolean exists() {
        return Files.isDirectory(directory);
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

    /** Notes that a server that ran from here has served: it is built for these jars. */
    void hasBeenBuilt() {
        try {
            Files.createFile(directory.resolve(BUILT));
        } catch (FileAlreadyExistsException e) {
            // It was before.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies it, with the times of its files, by which Keycloak knows that it is built for them; unless it is not. */
    void copyIfBuilt(KeycloakHome copy) {
        if (!Files.exists(directory.resolve(BUILT))) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.directory.resolve(directory.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
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

    private void copyIfDifferent(Path jar, Path target) throws IOException {
        if (Files.exists(target)) {
            if (Files.mismatch(jar, target) == -1) {
                return;
            }
            Files.delete(target);
        }
        Files.deleteIfExists(directory.resolve(BUILT));
        Files.copy(jar, target);
    }
}
