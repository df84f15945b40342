// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.passwordrecovery.testkit.realm.TestRealm;

/**
 * A caller of {@code /realms/{realm}/password}.
 *
 * @param headers sent with every call
 */
public record RestApi(URI resource, Map<String, String> headers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static RestApi of(TestRealm realm) {
        return new RestApi(URI.create(realm.url() + "/password"), Map.of());
    }

    /** The same caller with one more header. */
    public RestApi with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RestApi(resource, more);
    }

    /** The same caller at another IP address. */
    public RestApi from(String address) {
        return with("X-Forwarded-For", address);
    }

    /** The same caller, authenticated as a client by HTTP Basic. */
    public RestApi as(String clientId, String secret) {
        byte[] credentials = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public Answer reset(String clientId, String username) {
        return post("reset", Map.of("clientId", clientId, "username", username));
    }

    public Answer confirm(String clientId, String username, String code, String newPassword) {
        return post(
                "reset/confirm",
                Map.of(
                        "clientId", clientId,
                        "username", username,
                        "confirmationCode", code,
                        "newPassword", newPassword));
    }

    public Answer update(String token, String oldPassword, String newPassword) {
        return with("Authorization", "Bearer " + token)
                .post("update", Map.of("oldPassword", oldPassword, "newPassword", newPassword));
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    /** Sends the preflight of a page of this origin. */
    public Answer preflight(String path, String origin) {
        return with("Origin", origin)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "content-type,authorization")
                .send("OPTIONS", path, new byte[0]);
    }

    public Answer post(String path, Map<String, ?> json) {
        try {
            return post(path, "application/json", MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Sends a body as it is.
     *
     * @param contentType empty for none
     */
    public Answer post(String path, String contentType, byte[] body) {
        return contentType.isEmpty()
                ? send("POST", path, body)
                : with("Content-Type", contentType).send("POST", path, body);
    }

    private Answer send(String method, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(resource + "/" + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return Http.send(request);
    }
}
