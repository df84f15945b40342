// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import jakarta.ws.rs.core.UriBuilder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The description of the calls, OpenAPI 3.1: written by hand in {@code openapi.json} beside this class. */
final class OpenApi {
    private OpenApi() {}

    /** Returns the description with this realm's address as the server. */
    static JsonNode forServer(URI baseUri, String realmName) {
        try (InputStream file = Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"))) {
            ObjectNode description = (ObjectNode) new JsonMapper().readTree(file);
            URI address =
                    UriBuilder.fromUri(baseUri).path("realms/{realm}/password").build(realmName);
            description.putArray("servers").addObject().put("url", address.toString());
            return description;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
