// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual of the settings is made from where they are declared. */
class OptionsDocTest {
    private static final Path MANUAL = Path.of("docs", "options.md");

    private static final String INTRODUCTION = """
            # Settings

            Authentication → Required actions → *Change password* → the gear. In realm files: `requiredActions`, entry
            `CHANGE_PASSWORD`, `config`. What is not set has its default. A bad value is refused on save, with a message that names
            the setting and the accepted form.

            Keycloak's own `max_auth_age` (seconds, 300) is there too: how long after the last sign-in an application may start the
            action without another one.

            | setting | default | accepted | what |
            | --- | --- | --- | --- |
            """;

    @Test
    void manualSaysWhatTheOptionsSay() throws IOException {
        String expected = INTRODUCTION
                + RecoveryOptions.ALL.stream().map(OptionsDocTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("options.write")) {
            Files.writeString(MANUAL, expected);
        }

        assertThat(Files.readString(MANUAL))
                .as("docs/options.md differs from RecoveryOptions: write it anew with -DargLine=-Doptions.write=true")
                .isEqualTo(expected);
    }

    private static String row(Option<?> option) {
        String defaultText = option.defaultText().isEmpty() ? "empty" : "`" + option.defaultText() + "`";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(option.key(), defaultText, option.format().accepted(), option.help());
    }
}
