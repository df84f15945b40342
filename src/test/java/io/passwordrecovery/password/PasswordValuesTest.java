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
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a b ", "pässwörd", "\ud83d\ude00", "a"})
    void anythingElseIsTakenAsItIs(String text) {
        assertThat(new Password(text).text()).isEqualTo(text);
    }

    @Test
    void textOfAPasswordIsRedacted() {
        assertThat(new Password("correct horse")).hasToString("[redacted]");
    }

    @Test
    void newOneHasAMaximumAndThePresentOneHasNone() {
        String longest = "x".repeat(256);

        assertThat(Password.wanted(longest).text()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Password.wanted(longest + "x"))
                .withMessage("a new password has at most 256 characters");
        assertThat(new Password(longest + "x").text()).hasSize(257);
    }
}
