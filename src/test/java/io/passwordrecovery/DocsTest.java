// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every link within the documents leads somewhere, every document is in the index, and the README stays short. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern OUTSIDE = Pattern.compile("(https?|mailto):.*");
    private static final Pattern CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Path INDEX = Path.of("docs/README.md");

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> top = Files.list(Path.of(""))) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(links(document)).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(anchors(target)).contains(parts[1]);
            }
        });
    }

    @Test
    void everyDocumentIsInTheIndex() throws IOException {
        List<Path> linked = links(INDEX).stream()
                .map(link -> INDEX.resolveSibling(link.split("#", 2)[0]).normalize())
                .toList();

        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            assertThat(docs.filter(file -> file.toString().endsWith(".md")).filter(file -> !file.equals(INDEX)))
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(linked).contains(document));
        }
    }

    @Test
    void readmeIsShortAndHasTheTwoCommands() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")))
                .hasSizeLessThan(150)
                .contains("    ./mvnw -Pdemo", "    ./mvnw verify");
    }

    private static List<String> links(Path document) throws IOException {
        String text = CODE.matcher(Files.readString(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(result -> result.group(1))
                .filter(link -> !OUTSIDE.matcher(link).matches())
                .toList();
    }

    // As the host of the repository makes them of headings.
    private static Set<String> anchors(Path document) throws IOException {
        String text = CODE.matcher(Files.readString(document)).replaceAll("");
        return Pattern.compile("^#+ (.*)$", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
