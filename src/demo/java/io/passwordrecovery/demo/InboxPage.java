// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.passwordrecovery.testkit.mail.Mail;

/** The demo's inbox in a browser: every mail as its reader sees it, the newest first. */
final class InboxPage {
    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="5"><title>Inbox</title>
            <style>
              :root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
              iframe { width: 100%; height: 19rem; border: 1px solid #8888; border-radius: .5rem; background: #fff }
            </style>
            <h1>Inbox</h1>
            """;

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private InboxPage(HttpServer server) {
        this.server = server;
    }

    /** Serves the page on a free port of this machine alone. */
    static InboxPage open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            InboxPage page = new InboxPage(server);
            server.createContext("/", page::list);
            server.createContext("/mail/", page::mail);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void add(Mail mail) {
        mails.add(mail);
    }

    private void list(HttpExchange exchange) throws IOException {
        String body = mails.isEmpty()
                ? "<p>No mail yet.</p>"
                : IntStream.range(0, mails.size())
                        .map(number -> mails.size() - 1 - number)
                        .mapToObj(this::entry)
                        .collect(Collectors.joining());
        answer(exchange, 200, HEAD + body);
    }

    private String entry(int number) {
        Mail mail = mails.get(number);
        return "<h2>%s</h2><p>To %s</p><iframe sandbox=\"allow-popups allow-top-navigation-by-user-activation\" title=\"%s\" src=\"/mail/%d\"></iframe>"
                .formatted(escaped(mail.subject()), escaped(mail.to()), escaped(mail.subject()), number);
    }

    private void mail(HttpExchange exchange) throws IOException {
        String number = exchange.getRequestURI().getPath().substring("/mail/".length());
        if (number.matches("[0-9]{1,6}") && Integer.parseInt(number) < mails.size()) {
            // Links of a mail open beside the inbox, as in a mail program.
            answer(
                    exchange,
                    200,
                    "<base target=\"_blank\">"
                            + mails.get(Integer.parseInt(number)).html());
        } else {
            answer(exchange, 404, "No such mail.");
        }
    }

    private static void answer(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
