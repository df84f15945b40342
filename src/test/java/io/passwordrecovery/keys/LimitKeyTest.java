// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keys;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitKeyTest {
    private static final String UUID = "6f0c2f0e-7a3c-4a53-9a4e-0d3a5cf1b001";
    private static final String OF_A_FEDERATION = "f:" + UUID + ":cn=alice,ou=people,dc=example,dc=test";

    @Test
    void kindsOfSubjectsNeverMeet() {
        assertThat(LimitKey.account("x"))
                .isNotEqualTo(LimitKey.name("x"))
                .isNotEqualTo(LimitKey.decoy("x"))
                .isNotEqualTo(LimitKey.signedIn("x"))
                .isNotEqualTo(LimitKey.verification("x"))
                .isNotEqualTo(LimitKey.tester("x"))
                .isNotEqualTo(LimitKey.client("x"));
    }

    @Test
    void accountIsNamedByItsId() {
        assertThat(LimitKey.account(UUID).value()).isEqualTo("a." + UUID);
        assertThat(LimitKey.signedIn(UUID).value()).isEqualTo("p." + UUID);
    }

    @Test
    void longIdOfAFederationIsHashedAndNotReadable() {
        LimitKey key = LimitKey.account(OF_A_FEDERATION);

        assertThat(key.value()).matches("a\\.[A-Za-z0-9_-]{43}").doesNotContain("alice");
        assertThat(key).isEqualTo(LimitKey.account(OF_A_FEDERATION));
        assertThat(key).isNotEqualTo(LimitKey.account(OF_A_FEDERATION + "2"));
    }

    @Test
    void idOf255CharactersIsTaken() {
        assertThat(LimitKey.signedIn("x".repeat(255)).value()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void keyIsNeitherEmptyNorLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitKey(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitKey("x".repeat(65)));
    }
}
