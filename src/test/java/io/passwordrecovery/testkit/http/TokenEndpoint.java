// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A realm's token endpoint, as a client sees it.
 *
 * @param secret empty for a public client
 */
public record TokenEndpoint(URI server, String realm, String clientId, String secret) {
    /**
     * What the endpoint gives.
     *
     * @param refresh or empty
     */
    public record Tokens(String access, String refresh) {
        static Tokens of(Answer answer) {
            if (answer.status() != 200) {
                throw new AssertionError("no tokens: " + answer);
            }
            return new Tokens(
                    answer.json().path("access_token").asText(),
                    answer.json().path("refresh_token").asText());
        }
    }

    /** The same endpoint for another client. */
    public TokenEndpoint of(String otherClientId, String otherSecret) {
        return new TokenEndpoint(server, realm, otherClientId, otherSecret);
    }

    public Tokens signIn(String username, String password) {
        return Tokens.of(grant(username, password));
    }

    /** Signs the user in for an offline session. */
    public Tokens signInOffline(String username, String password) {
        return Tokens.of(post(Map.of(
                "grant_type", "password", "username", username, "password", password, "scope", "offline_access")));
    }

    /** Asks for tokens in exchange for a name and a password. */
    public Answer grant(String username, String password) {
        return post(Map.of("grant_type", "password", "username", username, "password", password));
    }

    public Answer refresh(String refreshToken) {
        return post(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Asks for a token of the client's service account. */
    public Answer serviceAccount() {
        return post(Map.of("grant_type", "client_credentials"));
    }

    public Answer post(Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("client_id", clientId);
        if (!secret.isEmpty()) {
            form.put("client_secret", secret);
        }
        URI uri = URI.create(server + "/realms/" + realm + "/protocol/openid-connect/token");
        return Http.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
