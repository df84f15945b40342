// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.InputStream;
import java.util.Optional;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.passwordrecovery.web.JsonText;
import io.passwordrecovery.web.JsonText.FaultyTextException;
import io.passwordrecovery.web.StrictJson;

/** A call's JSON object, read with suspicion: small, flat, without duplicates; unknown members are ignored. */
final class RequestBody {
    private final ObjectNode object;

    private RequestBody(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads the body.
     *
     * @throws Problem naming what is wrong with it
     */
    static RequestBody read(@Nullable MediaType type, InputStream body) {
        if (type == null || !isJson(type)) {
            throw Problem.unsupportedMediaType();
        }
        try {
            return new RequestBody(StrictJson.object(StrictJson.octets(body)));
        } catch (StrictJson.TooLargeException e) {
            throw Problem.payloadTooLarge(StrictJson.LIMIT);
        } catch (StrictJson.MalformedException e) {
            throw Problem.invalidParameter(e.complaint());
        }
    }

    // Parameters such as charset do not matter: JSON is UTF-8 (RFC 8259, section 8.1).
    private static boolean isJson(MediaType type) {
        return type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json");
    }

    /** Returns a member that must be a string and not empty. */
    String text(String name) {
        try {
            return JsonText.of(object, name);
        } catch (FaultyTextException e) {
            throw Problem.invalidParameter(name
                    + switch (e.fault()) {
                        case MISSING -> " is missing";
                        case NOT_TEXT -> " must be a string";
                        case EMPTY -> " must not be empty";
                        case CONTROL_CHARACTERS -> " must not contain control characters";
                    });
        }
    }

    /** Returns a string member that may be absent. */
    Optional<String> optionalText(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(text(name));
    }

    /** Returns a boolean member that may be absent. */
    Optional<Boolean> optionalBoolean(String name) {
        if (isAbsent(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isBoolean()) {
            throw Problem.invalidParameter(name + " must be true or false");
        }
        return Optional.of(value.booleanValue());
    }

    private boolean isAbsent(String name) {
        return !object.hasNonNull(name);
    }
}
