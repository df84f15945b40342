// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A string among the members of a call's JSON object. */
public final class JsonText {
    private JsonText() {}

    /** What may be wrong with it. */
    public enum Fault {
        MISSING,
        NOT_TEXT,
        EMPTY,
        CONTROL_CHARACTERS,
    }

    /**
     * Takes a member that must be a string, not blank and without control characters.
     *
     * @throws FaultyTextException when it is not; each door says so in its own words
     */
    public static String of(ObjectNode object, String name) throws FaultyTextException {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new FaultyTextException(Fault.MISSING);
        }
        if (!value.isTextual()) {
            throw new FaultyTextException(Fault.NOT_TEXT);
        }
        if (value.textValue().isBlank()) {
            throw new FaultyTextException(Fault.EMPTY);
        }
        if (value.textValue().codePoints().anyMatch(Character::isISOControl)) {
            throw new FaultyTextException(Fault.CONTROL_CHARACTERS);
        }
        return value.textValue();
    }

    /** The member is not such a string. */
    public static final class FaultyTextException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        FaultyTextException(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }
}
