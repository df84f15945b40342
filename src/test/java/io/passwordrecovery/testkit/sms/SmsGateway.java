// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.sms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.passwordrecovery.testkit.Gate;

/** A local HTTP server in place of a gateway: takes down what is posted, and behaves as it is told. */
public final class SmsGateway implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sms-gateway");
        thread.setDaemon(true);
        return thread;
    });
    private final List<SmsPost> posts = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();
    private final Map<String, Queue<Behaviour>> next = new ConcurrentHashMap<>();

    private SmsGateway(InetAddress address) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static SmsGateway start() {
        return new SmsGateway(InetAddress.getLoopbackAddress());
    }

    /** The gateway that every tested server is set up with: on every address, since a container comes by its bridge. */
    public static SmsGateway shared() {
        return Shared.GATEWAY;
    }

    private static final class Shared {
        static final SmsGateway GATEWAY = new SmsGateway(new InetSocketAddress(0).getAddress());
    }

    /** How one request is answered, after it was taken down. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;

        static Behaviour status(int status) {
            return exchange -> exchange.sendResponseHeaders(status, -1);
        }

        /** Takes the message and then says nothing at all. */
        static Behaviour hang() {
            return exchange -> sleep(60_000);
        }

        /** Promises an answer and gives it an octet at a time. */
        static Behaviour drip(int status) {
            return exchange -> {
                exchange.sendResponseHeaders(status, 1_000);
                OutputStream body = exchange.getResponseBody();
                for (int i = 0; i < 1_000; i++) {
                    body.write('.');
                    body.flush();
                    sleep(100);
                }
            };
        }
    }

    /** How the next requests are answered; those after them with 200. */
    public void behave(Behaviour... behaviours) {
        behaveFor("", behaviours);
    }

    /** As {@link #behave}, for requests alone whose body holds this mark, as a realm's name. */
    public void behaveFor(String mark, Behaviour... behaviours) {
        next.computeIfAbsent(mark, key -> new ConcurrentLinkedQueue<>()).addAll(List.of(behaviours));
    }

    /** Leaves every request without an answer until {@link #release}. */
    public void hold() {
        gate.hold();
    }

    public void release() {
        gate.release();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Every request, in order. */
    public List<SmsPost> posts() {
        return List.copyOf(posts);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SmsPost post = taken(exchange);
            posts.add(post);
            gate.pass();
            behaviourFor(post).answer(exchange);
        }
    }

    private Behaviour behaviourFor(SmsPost post) {
        return next.entrySet().stream()
                .filter(marked -> post.body().contains(marked.getKey()))
                .map(marked -> marked.getValue().poll())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Behaviour.status(200));
    }

    private static SmsPost taken(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new SmsPost(exchange.getRequestURI().getPath(), headers, body);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
