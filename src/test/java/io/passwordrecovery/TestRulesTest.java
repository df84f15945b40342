// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the product's sources and the tests' together. */
class TestRulesTest {
    // Whoever searches for a name finds one file, and a stack trace's line is of one class.
    @Test
    void simpleNamesAreUnique() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            Map<Path, List<Path>> byName = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(Path::getFileName));

            assertThat(byName).isNotEmpty();
            assertThat(byName.values()).filteredOn(twins -> twins.size() > 1).isEmpty();
        }
    }
}
