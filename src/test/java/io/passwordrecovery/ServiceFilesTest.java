// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;
import org.keycloak.compatibility.CompatibilityMetadataProvider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

import static org.assertj.core.api.Assertions.assertThat;

/** The service files are written by hand: each names what there is, and all that there is. */
class ServiceFilesTest {
    private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

    @Test
    void everyNamedClassIsThereAndIsWhatItIsNamedFor() throws ReflectiveOperationException, IOException {
        for (Path file : files()) {
            Class<?> service = Class.forName(file.getFileName().toString());
            for (String name : Files.readAllLines(file)) {
                Class<?> provider = Class.forName(name);
                assertThat(service).isAssignableFrom(provider);
                assertThat(provider.getConstructor()).isNotNull();
            }
        }
    }

    @Test
    void everyFactoryAndSpiIsNamed() throws IOException {
        Set<String> named =
                files().stream().flatMap(file -> lines(file).stream()).collect(Collectors.toSet());

        Set<String> there = HouseRulesTest.HOUSE.stream()
                .filter(type -> type.isAssignableTo(ProviderFactory.class)
                        || type.isAssignableTo(Spi.class)
                        || type.isAssignableTo(CompatibilityMetadataProvider.class))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> type.getName())
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(there);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SERVICES)) {
            return files.toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
