// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a token says; nobody checks its signature here. */
public final class Jwt {
    private Jwt() {}

    public static JsonNode claims(String token) {
        try {
            return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
