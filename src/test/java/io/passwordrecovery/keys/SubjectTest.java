// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SubjectTest {
    private static final String UUID = "6f0c2f0e-7a3c-4a53-9a4e-0d3a5cf1b001";
    private static final String OF_A_FEDERATION = "f:" + UUID + ":cn=alice,ou=people,dc=example,dc=test";

    @Test
    void kindsOfSubjectsNeverMeet() {
        assertThat(Subject.account("x"))
                .isNotEqualTo(Subject.name("x"))
                .isNotEqualTo(Subject.decoy("x"))
                .isNotEqualTo(Subject.signedIn("x"));
    }

    @Test
    void accountIsNamedByItsId() {
        assertThat(Subject.account(UUID).key()).isEqualTo("a." + UUID);
        assertThat(Subject.signedIn(UUID).key()).isEqualTo("p." + UUID);
    }

    @Test
    void longIdOfAFederationIsHashedAndNotReadable() {
        Subject subject = Subject.account(OF_A_FEDERATION);

        assertThat(subject.key()).matches("a\\.[A-Za-z0-9_-]{43}").doesNotContain("alice");
        assertThat(subject).isEqualTo(Subject.account(OF_A_FEDERATION));
        assertThat(subject).isNotEqualTo(Subject.account(OF_A_FEDERATION + "2"));
    }

    @Test
    void idOf255CharactersIsTaken() {
        assertThat(Subject.signedIn("x".repeat(255)).key()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void keyIsNeitherEmptyNorLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("x".repeat(65)));
    }
}
