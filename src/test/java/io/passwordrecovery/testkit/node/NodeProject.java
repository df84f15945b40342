// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.passwordrecovery.testkit.Missing;
import io.passwordrecovery.testkit.realm.TestSettings;
import io.passwordrecovery.testkit.server.SearchPath;

/**
 * The JavaScript of {@code src/test/js}, with the client libraries that its lock file pins.
 *
 * @param directory a copy of the scripts beside {@code node_modules}; one for each content of the lock file
 */
public record NodeProject(Path node, Path directory) {
    private static final Path SOURCES = Path.of("src/test/js");
    private static final Path KEYCLOAKIFY = Path.of("themes/keycloakify");

    private static NodeProject project;

    /** Installs the libraries, once; skips the test where there is no Node. */
    public static synchronized NodeProject installed() {
        if (project == null) {
            SearchPath path = SearchPath.ofThisMachine();
            Path node = path.find("node").orElseThrow(() -> missing("node"));
            Path npm = path.find("npm").orElseThrow(() -> missing("npm"));
            project = new NodeProject(node, installation());
            project.install(npm);
        }
        return project;
    }

    /**
     * Bundles a script with all that it imports, for browsers.
     *
     * @param script as in {@code page.jsx}
     */
    public String bundle(String script) {
        Path bundle = directory.resolve("bundles").resolve(script + ".js");
        run(List.of(
                directory.resolve("node_modules/.bin/esbuild").toString(),
                script,
                "--bundle",
                "--format=esm",
                "--jsx=automatic",
                "--loader:.css=empty",
                "--define:process.env.NODE_ENV=\"production\"",
                "--define:process.env.PUBLIC_URL=\"\"",
                "--log-level=warning",
                "--outfile=" + bundle));
        try {
            return Files.readString(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(Path npm) {
        try {
            Files.createDirectories(directory);
            copySources();
            Path done = directory.resolve("installed");
            if (!Files.exists(done)) {
                // No package runs anything on this machine merely by being installed.
                run(List.of(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
                Files.createFile(done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a folder's TypeScript, as its {@code tsconfig.json} says.
     *
     * @throws IllegalStateException with the compiler's words, where a type does not fit
     */
    public void checkTypes(String folder) {
        run(List.of(directory.resolve("node_modules/.bin/tsc").toString(), "--project", folder));
    }

    private void copySources() throws IOException {
        copy(SOURCES, directory);
        // where its readme sends it in a theme
        copy(KEYCLOAKIFY, directory.resolve("keycloakify/password-recovery"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    private static Path installation() {
        try {
            byte[] lock = Files.readAllBytes(SOURCES.resolve("package-lock.json"));
            return TestSettings.workDirectory()
                    .resolveSibling("js")
                    .resolve(UUID.nameUUIDFromBytes(lock).toString())
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException missing(String program) {
        return Missing.because("Tests with JavaScript libraries", "no " + program + " is on the PATH");
    }
}
