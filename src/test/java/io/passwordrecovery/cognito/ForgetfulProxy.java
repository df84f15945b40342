// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.passwordrecovery.testkit.http.Answer;
import io.passwordrecovery.testkit.http.Http;

/** Stands before a server and loses answers: the server has done its work, and the caller never hears of it. */
final class ForgetfulProxy implements AutoCloseable {
    private static final List<String> PASSED_ON =
            List.of("Content-Type", "X-Amz-Target", "Amz-Sdk-Invocation-Id", "Amz-Sdk-Request");

    private final URI server;
    private final HttpServer proxy;
    private final AtomicInteger toLose = new AtomicInteger();
    private final List<String> attempts = new CopyOnWriteArrayList<>();

    private ForgetfulProxy(URI server, HttpServer proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    static ForgetfulProxy before(URI server) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            ForgetfulProxy proxy = new ForgetfulProxy(server, http);
            http.createContext("/", proxy::handle);
            http.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + proxy.getAddress().getPort();
    }

    /** Loses the next answer. */
    void loseNext() {
        attempts.clear();
        toLose.set(1);
    }

    /** The calls since then, each by the id that the library gave it. */
    List<String> attempts() {
        return attempts;
    }

    private void handle(HttpExchange exchange) throws IOException {
        // Closed without an answer: the connection breaks.
        try (exchange) {
            attempts.add(exchange.getRequestHeaders().getFirst("Amz-Sdk-Invocation-Id"));
            Answer answer = passOn(exchange);
            if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer passOn(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server)
                .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        for (String header : PASSED_ON) {
            exchange.getRequestHeaders()
                    .getOrDefault(header, List.of())
                    .forEach(value -> request.header(header, value));
        }
        return Http.send(request);
    }

    @Override
    public void close() {
        proxy.stop(0);
    }
}
