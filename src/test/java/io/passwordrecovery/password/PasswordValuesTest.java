// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PasswordValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "tab\there", "\u007f"})
    void emptyPasswordsAndControlCharactersAreRefusedWithoutBeingRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Password(text))
                .withMessage("a password must not be empty and has no control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Password(text))
                .withMessage("a password must not be empty and has no control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a b ", "pässwörd", "\ud83d\ude00", "a"})
    void anythingElseIsTakenAsItIs(String text) {
        assertThat(new Password(text).text()).isEqualTo(text);
        assertThat(new Password(text).text()).isEqualTo(text);
    }

    @Test
    void textOfAPasswordIsRedacted() {
        assertThat(new Password("correct horse")).hasToString("[redacted]");
        assertThat(new Password("correct horse")).hasToString("[redacted]");
    }
}
