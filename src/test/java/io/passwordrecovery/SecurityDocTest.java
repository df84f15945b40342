// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docs/security.md} promises is attacked by tests that exist. */
class SecurityDocTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        String manual = Files.readString(Path.of("docs/security.md"));

        Set<String> named =
                TEST.matcher(manual).results().map(result -> result.group(1)).collect(Collectors.toSet());

        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyPromiseNamesATest() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/security.md"))) {
            assertThat(lines.filter(line -> line.startsWith("| "))
                            .filter(line -> !line.startsWith("| promise") && !line.startsWith("| rule"))
                            .filter(line -> !line.startsWith("| ---") && !line.endsWith("| – |")))
                    .allSatisfy(line -> assertThat(TEST.matcher(line).results().map(MatchResult::group))
                            .as(line)
                            .isNotEmpty());
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
