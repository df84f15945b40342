// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.InMemoryKeys;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectsTest {
    private final InMemoryKeys keys = new InMemoryKeys();
    private final LimitKeys subjects = new LimitKeys(keys.active(), new IdentifierNormalizer(Optional.empty()));

    @Test
    void allSpellingsOfANameAreOneSubject() {
        assertThat(subjects.ofName(new Identifier(" ALICE"))).isEqualTo(subjects.ofName(new Identifier("alice")));
    }

    @Test
    void differentNamesAreDifferentSubjects() {
        assertThat(subjects.ofName(new Identifier("alice"))).isNotEqualTo(subjects.ofName(new Identifier("bob")));
    }

    @Test
    void nameAndItsDecoyAreDifferentSubjects() {
        Identifier alice = new Identifier("alice");

        assertThat(subjects.ofDecoy(alice)).isNotEqualTo(subjects.ofName(alice));
    }

    @Test
    void nobodyReadsTheNameOutOfTheSubject() {
        assertThat(subjects.ofName(new Identifier("alice")).key()).matches("n\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void anotherRealmsSubjectsAreOthers() {
        keys.rotateTo("another");

        assertThat(new LimitKeys(keys.active(), new IdentifierNormalizer(Optional.empty()))
                        .ofName(new Identifier("alice")))
                .isNotEqualTo(subjects.ofName(new Identifier("alice")));
    }
}
