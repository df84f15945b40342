// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.InMemoryKeys;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectsTest {
    private final InMemoryKeys keys = new InMemoryKeys();
    private final Subjects subjects = new Subjects(keys.active(), new NameSpelling(Optional.empty()));

    @Test
    void allSpellingsOfANameAreOneSubject() {
        assertThat(subjects.ofName(new TypedName(" ALICE"))).isEqualTo(subjects.ofName(new TypedName("alice")));
    }

    @Test
    void differentNamesAreDifferentSubjects() {
        assertThat(subjects.ofName(new TypedName("alice"))).isNotEqualTo(subjects.ofName(new TypedName("bob")));
    }

    @Test
    void nameAndItsDecoyAreDifferentSubjects() {
        TypedName alice = new TypedName("alice");

        assertThat(subjects.ofDecoy(alice)).isNotEqualTo(subjects.ofName(alice));
    }

    @Test
    void nobodyReadsTheNameOutOfTheSubject() {
        assertThat(subjects.ofName(new TypedName("alice")).key()).matches("n\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void anotherRealmsSubjectsAreOthers() {
        keys.rotateTo("another");

        assertThat(new Subjects(keys.active(), new NameSpelling(Optional.empty())).ofName(new TypedName("alice")))
                .isNotEqualTo(subjects.ofName(new TypedName("alice")));
    }
}
