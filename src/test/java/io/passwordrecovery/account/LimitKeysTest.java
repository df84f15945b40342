// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.InMemoryKeys;

import static org.assertj.core.api.Assertions.assertThat;

class LimitKeysTest {
    private final InMemoryKeys keys = new InMemoryKeys();
    private final LimitKeys limitKeys = new LimitKeys(keys.active(), new IdentifierNormalizer(Optional.empty()));

    @Test
    void allSpellingsOfANameAreOneSubject() {
        assertThat(limitKeys.ofName(new Identifier(" ALICE"))).isEqualTo(limitKeys.ofName(new Identifier("alice")));
    }

    @Test
    void differentNamesAreDifferentSubjects() {
        assertThat(limitKeys.ofName(new Identifier("alice"))).isNotEqualTo(limitKeys.ofName(new Identifier("bob")));
    }

    @Test
    void nameAndItsDecoyAreDifferentSubjects() {
        Identifier alice = new Identifier("alice");

        assertThat(limitKeys.ofDecoy(alice)).isNotEqualTo(limitKeys.ofName(alice));
    }

    @Test
    void nobodyReadsTheNameOutOfTheSubject() {
        assertThat(limitKeys.ofName(new Identifier("alice")).value()).matches("n\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void anotherRealmsSubjectsAreOthers() {
        keys.rotateTo("another");

        assertThat(new LimitKeys(keys.active(), new IdentifierNormalizer(Optional.empty()))
                        .ofName(new Identifier("alice")))
                .isNotEqualTo(limitKeys.ofName(new Identifier("alice")));
    }
}
