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
                .isThrownBy(() -> new NewPassword(text))
                .withMessage("a password must not be empty and has no control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurrentPassword(text))
                .withMessage("a password must not be empty and has no control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a b ", "pässwörd", "\ud83d\ude00", "a"})
    void anythingElseIsTakenAsItIs(String text) {
        assertThat(new NewPassword(text).text()).isEqualTo(text);
        assertThat(new CurrentPassword(text).text()).isEqualTo(text);
    }

    @Test
    void textOfAPasswordIsRedacted() {
        assertThat(new NewPassword("correct horse")).hasToString("[redacted]");
        assertThat(new CurrentPassword("correct horse")).hasToString("[redacted]");
    }
}
