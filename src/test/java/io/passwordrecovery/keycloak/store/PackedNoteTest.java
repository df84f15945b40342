// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PackedNoteTest {
    @Test
    void textsComeBackInTheirOrderAndTheLastMayBeAny() {
        Map<String, String> note = PackedNote.of("a-_1", "", "key, of a realm,");

        assertThat(note).hasSize(1);
        assertThat(PackedNote.texts(note, 3)).containsExactly("a-_1", "", "key, of a realm,");
    }

    @Test
    void whatWouldComeBackOtherwiseIsNotPacked() {
        assertThatIllegalArgumentException().isThrownBy(() -> PackedNote.of("a,b", "c"));
    }

    @Test
    void whatAnotherVersionHasKeptIsNotTakenForOurs() {
        assertThatIllegalStateException().isThrownBy(() -> PackedNote.texts(Map.of("id", "a"), 3));
        assertThatIllegalStateException().isThrownBy(() -> PackedNote.texts(PackedNote.of("a", "b"), 3));
    }
}
