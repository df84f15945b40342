// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The description of a door's calls, OpenAPI 3.1: written by hand in {@code openapi.json} beside the door's classes. */
public final class OpenApi {
    private OpenApi() {}

    /**
     * Returns the description with this address as the server.
     *
     * @param door a class beside the file
     */
    public static JsonNode of(Class<?> door, URI address) {
        try (InputStream file = Objects.requireNonNull(door.getResourceAsStream("openapi.json"))) {
            ObjectNode description = (ObjectNode) new JsonMapper().readTree(file);
            description.putArray("servers").addObject().put("url", address.toString());
            return description;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
