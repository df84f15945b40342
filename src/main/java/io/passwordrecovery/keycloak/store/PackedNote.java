// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.util.List;
import java.util.Map;

/**
 * Several short texts as one note of an entry: as notes of their own they would take twice the memory. A change of the
 * texts or of their order is one of the {@link StoredForm}.
 */
final class PackedNote {
    private static final String NOTE = "v";
    // In none of base64url, numbers, and the names of media.
    private static final String SEPARATOR = ",";

    private PackedNote() {}

    /** @param texts of which the last may be any */
    static Map<String, String> of(String... texts) {
        for (String text : List.of(texts).subList(0, texts.length - 1)) {
            if (text.contains(SEPARATOR)) {
                throw new IllegalArgumentException("cannot be packed");
            }
        }
        return Map.of(NOTE, String.join(SEPARATOR, texts));
    }

    /**
     * Returns the texts in their order.
     *
     * @throws IllegalStateException unless there are so many
     */
    static List<String> texts(Map<String, String> notes, int count) {
        List<String> texts = List.of(notes.getOrDefault(NOTE, "").split(SEPARATOR, count));
        if (texts.size() != count) {
            throw new IllegalStateException("an entry of " + texts.size() + " texts in place of " + count);
        }
        return texts;
    }
}
