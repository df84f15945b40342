// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads a call's JSON object: small, shallow, without duplicate members or anything behind it. */
public final class StrictJson {
    /** The most that a call may send, in octets. */
    public static final int LIMIT = 16 * 1024;

    private static final int MAX_DEPTH = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Reads the body as far as it is allowed to go. */
    public static byte[] octets(InputStream body) throws TooLargeException {
        try {
            byte[] octets = body.readNBytes(LIMIT + 1);
            if (octets.length > LIMIT) {
                throw new TooLargeException();
            }
            return octets;
        } catch (IOException e) {
            // The caller hung up, or broke the transfer off; what is there will not parse.
            return new byte[0];
        }
    }

    /** Parses exactly one object. */
    public static ObjectNode object(byte[] octets) throws MalformedException {
        try {
            JsonNode node = MAPPER.readTree(octets);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new MalformedException("the body must be a JSON object");
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the body.
            throw new MalformedException("the body is not well-formed JSON, or has a member twice");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    /** More than {@link #LIMIT}. */
    public static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Not one well-formed object; the message quotes nothing of it. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String complaint;

        MalformedException(String complaint) {
            super(complaint);
            this.complaint = complaint;
        }

        /** What is wrong with the body, to tell its sender. */
        public String complaint() {
            return complaint;
        }
    }
}
