// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Jwt;
import io.passwordrecovery.testkit.http.TokenEndpoint;

/**
 * A web application that signs its users in at a test realm (OpenID Connect, authorization code): client {@code web}.
 *
 * <p>Its one page says who is signed in, and what came back with the code.
 */
public final class TestApp implements AutoCloseable {
    /** The application's client id. */
    public static final String CLIENT = "web";

    private final TestRealm realm;
    private final HttpServer server;

    private TestApp(TestRealm realm, HttpServer server) {
        this.realm = realm;
        this.server = server;
    }

    /** Starts the application on a free port, and makes it known to the realm. */
    public static TestApp create(TestRealm realm) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            TestApp app = new TestApp(realm, server);
            server.createContext("/back", app::back);
            server.createContext("/favicon.ico", TestApp::noIcon);
            server.start();
            realm.client(CLIENT, client -> {
                client.setRedirectUris(List.of(app.address() + "/*"));
                client.setBaseUrl(app.address() + "/");
            });
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Where a user goes to sign in. */
    public String signIn(String state) {
        return signIn(state, Map.of());
    }

    /**
     * Where a user goes to sign in.
     *
     * @param parameters further ones of the authorization request, such as {@code kc_action}
     */
    public String signIn(String state, Map<String, String> parameters) {
        Map<String, String> query = new HashMap<>(parameters);
        query.put("client_id", CLIENT);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", address() + "/back");
        query.put("state", state);
        return realm.url() + "/protocol/openid-connect/auth?" + encoded(query);
    }

    private void back(HttpExchange exchange) throws IOException {
        Map<String, String> query = decoded(exchange.getRequestURI().getRawQuery());
        byte[] page = page(query).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static void noIcon(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private String page(Map<String, String> query) {
        String user = query.containsKey("code") ? userOf(query.get("code")) : "nobody";
        return """
                <!doctype html><html lang="en"><title>The application</title><h1>The application</h1>
                <p id="user">%s</p><p id="state">%s</p><p id="action-status">%s</p><p id="error">%s</p></html>
                """.formatted(
                        user,
                        query.getOrDefault("state", ""),
                        query.getOrDefault("kc_action_status", ""),
                        query.getOrDefault("error", ""));
    }

    private String userOf(String code) {
        TokenEndpoint tokens = new TokenEndpoint(realm.keycloak().url(), realm.name(), CLIENT, "");
        Answer answer = tokens.post(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", address() + "/back"));
        String token = answer.json().path("access_token").asText();
        return Jwt.claims(token).path("preferred_username").asText();
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> decoded(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(
                                field -> field[0],
                                field -> URLDecoder.decode(field[field.length - 1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
