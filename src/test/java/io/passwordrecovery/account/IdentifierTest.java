// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice", " ALICE\t", "\uff21lice", "\u2003alice"})
    void spellingsOfOneNameAreOne(String typed) {
        assertThat(new Identifier(typed).normalised()).isEqualTo("alice");
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(new Identifier("Jose\u0301").normalised()).isEqualTo(new Identifier("jos\u00e9").normalised());
    }

    @Test
    void caseIsThatOfNoCountry() {
        assertThat(new Identifier("ALICE.I").normalised()).isEqualTo("alice.i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b"})
    void emptyNamesAndControlCharactersAreRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(typed))
                .withMessage("username must be 1 to 255 characters without control characters");
    }

    @Test
    void nameHasUpTo255Characters() {
        assertThat(new Identifier("x".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("x".repeat(256)));
    }

    @Test
    void emailAddressIsKnownByItsSign() {
        assertThat(new Identifier("alice@example.test").isEmailAddress()).isTrue();
        assertThat(new Identifier("alice").isEmailAddress()).isFalse();
        assertThat(new Identifier("@alice").isEmailAddress()).isFalse();
    }

    @Test
    void emailAddressWithAFullWidthSignIsOneWhereverItIsAsked() {
        Identifier name = new Identifier("alice\uff20example.test");

        assertThat(name.isEmailAddress()).isTrue();
        assertThat(name.normalised()).isEqualTo("alice@example.test");
    }

    @Test
    void textOfANameIsNotTheName() {
        assertThat(new Identifier("alice")).hasToString("[typed name]");
    }
}
