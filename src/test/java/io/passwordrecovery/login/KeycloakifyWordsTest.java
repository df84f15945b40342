// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the React pages are those of the templates'. */
class KeycloakifyWordsTest {
    private static final Pattern WORD = Pattern.compile("^ +(\\w+): \"(.*)\",$", Pattern.MULTILINE);

    @Test
    void wordsAreTheSame() throws IOException {
        Properties english = new Properties();
        try (Reader messages = Files.newBufferedReader(Path.of("themes/inherited/messages/messages_en.properties"))) {
            english.load(messages);
        }

        Map<String, String> words = WORD.matcher(Files.readString(Path.of("themes/keycloakify/i18n.ts")))
                .results()
                .collect(Collectors.toMap(word -> word.group(1), word -> word.group(2)));

        assertThat(words)
                .hasSizeGreaterThan(20)
                .isEqualTo(words.keySet().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                key -> english.getProperty(key, "").replace("''", "'"))));
    }
}
