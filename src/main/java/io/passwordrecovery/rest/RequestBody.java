// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** A call's JSON object, read with suspicion: small, flat, without duplicates; unknown members are ignored. */
final class RequestBody {
    static final int LIMIT = 16 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private RequestBody(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads the body.
     *
     * @throws Problem naming what is wrong with it
     */
    static RequestBody read(@Nullable MediaType type, InputStream body) {
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isWildcardType()) {
            throw Problem.unsupportedMediaType();
        }
        return new RequestBody(parse(octets(body)));
    }

    /** Returns a member that must be a string and not empty. */
    String text(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw Problem.invalidParameter(name + " is missing");
        }
        if (!value.isTextual()) {
            throw Problem.invalidParameter(name + " must be a string");
        }
        if (value.textValue().isBlank()) {
            throw Problem.invalidParameter(name + " must not be empty");
        }
        if (value.textValue().codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.invalidParameter(name + " must not contain control characters");
        }
        return value.textValue();
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

    private static byte[] octets(InputStream body) {
        try {
            byte[] octets = body.readNBytes(LIMIT + 1);
            if (octets.length > LIMIT) {
                throw Problem.payloadTooLarge(LIMIT);
            }
            return octets;
        } catch (IOException e) {
            throw Problem.invalidParameter("the body could not be read");
        }
    }

    private static JsonNode parse(byte[] octets) {
        try {
            JsonNode node = MAPPER.readTree(octets);
            if (node == null || !node.isObject()) {
                throw Problem.invalidParameter("the body must be a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Problem.invalidParameter("the body is not well-formed JSON, or has a member twice");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }
}
