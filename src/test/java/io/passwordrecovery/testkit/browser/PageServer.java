// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;

/** An app of one page, on a web origin of its own: another than Keycloak's, since the port differs. */
public final class PageServer implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>An app</title>
            <link rel="icon" href="data:,">
            <div id="root"></div>
            <script type="module" src="/script.js"></script>
            """;

    private final HttpServer server;

    private volatile String script = "";

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /** Begins to serve, on a free port. */
    public static PageServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            PageServer pages = new PageServer(server);
            pages.serve("/", "text/html; charset=utf-8", () -> PAGE);
            pages.serve("/script.js", "text/javascript; charset=utf-8", () -> pages.script);
            server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes this the page's script; it finds an element {@code root}. */
    public void runs(String pagesScript) {
        script = pagesScript;
    }

    /** As browsers send it, and clients list it. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void serve(String path, String type, Supplier<String> content) {
        server.createContext(path, exchange -> {
            byte[] body = content.get().getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
