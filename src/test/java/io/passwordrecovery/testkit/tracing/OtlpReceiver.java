// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.tracing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Takes what a server exports of its traces: OpenTelemetry's protocol, over HTTP. */
public final class OtlpReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<OtlpSpan> spans = new CopyOnWriteArrayList<>();

    private OtlpReceiver(HttpServer server) {
        this.server = server;
    }

    /** Begins to listen, on a free port. */
    public static OtlpReceiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OtlpReceiver receiver = new OtlpReceiver(server);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code --tracing-endpoint}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The plugin's own, whatever Keycloak exports besides. */
    public List<OtlpSpan> own() {
        return spans.stream()
                .filter(span -> span.scope().equals("io.passwordrecovery"))
                .toList();
    }

    private void take(HttpExchange call) throws IOException {
        spans.addAll(OtlpSpan.ofRequest(call.getRequestBody().readAllBytes()));
        call.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
