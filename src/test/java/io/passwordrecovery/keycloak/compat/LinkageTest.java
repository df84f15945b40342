// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.compat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserModel;
import org.objectweb.asm.ClassReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The one jar, compiled against the newest Keycloak, links on each older one that it is meant for. */
@Tag("journey")
class LinkageTest {
    // Fetched by .ci/versions; without it there is nothing to link against, and the tests are skipped.
    static final Path API = Path.of("target", "keycloak-api");

    @ParameterizedTest
    @ValueSource(strings = {"26.4.7", "26.5.6", "26.6.4"})
    void everythingThatThePluginCallsIsThere(String version) throws IOException {
        try (URLClassLoader server = server(version)) {
            Linker linker = new Linker(server);

            for (Path compiled : files(products(), ".class")) {
                try (InputStream bytes = Files.newInputStream(compiled)) {
                    linker.link(new ClassReader(bytes));
                }
            }

            assertThat(linker.broken()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.4.7", "26.5.6", "26.6.4"})
    void whatDiffersIsFoundInItsOlderForm(String version) throws IOException, ReflectiveOperationException {
        try (URLClassLoader server = server(version)) {
            Class<?> api = server.loadClass(ServerApi.class.getName());

            assertThat(api.getClassLoader()).isSameAs(server);
            assertThat((List<?>) api.getMethod("missing").invoke(null)).isEmpty();
        }
    }

    @Test
    void nothingIsMissingHere() {
        assertThat(ServerApi.missing()).isEmpty();
    }

    @Test
    void methodReferenceToASupertypeThatIsNotThereIsFound() throws IOException {
        try (URLClassLoader server = server("26.5.6")) {
            Linker linker = new Linker(server);

            linker.link(new ClassReader(Sample.class.getName()));

            assertThat(linker.broken())
                    .containsExactly("org/keycloak/models/Model.getId()Ljava/lang/String; in "
                            + Sample.class.getName().replace('.', '/'));
        }
    }

    /** What the compiler passes on every version, and the JVM on the newer ones alone. */
    static final class Sample {
        Stream<String> ids(Stream<UserModel> users) {
            return users.map(UserModel::getId);
        }
    }

    /** Keycloak's classes are the older ones, the product's are linked to them, and the rest is the tests' own. */
    private static URLClassLoader server(String version) throws IOException {
        assumeThat(API.resolve(version))
                .as(".ci/versions has fetched Keycloak " + version)
                .isDirectory();
        List<Path> jars = files(API.resolve(version), ".jar");
        assertThat(jars).as("jars of " + version).hasSize(3);
        URL[] classPath = Stream.concat(Stream.concat(jars.stream(), Stream.of(products())), others())
                .map(LinkageTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    }

    private static Stream<Path> others() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !path.getFileName().toString().matches("keycloak-(services|server-spi).*"));
    }

    private static Path products() {
        try {
            return Path.of(ServerApi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static URL url(Path path) {
        try {
            URI uri = path.toUri();
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
