// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that takes any number of mails, keeps none, and knows how many each address got. */
final class MailSink implements AutoCloseable {
    private final ServerSocket socket;
    private final Duration time;
    private final Map<String, Integer> mails = new ConcurrentHashMap<>();
    private final LongAdder all = new LongAdder();

    private MailSink(ServerSocket socket, Duration time) {
        this.socket = socket;
        this.time = time;
    }

    /** Opens it on a free port of the loopback address. */
    static MailSink open() {
        return slow(Duration.ZERO);
    }

    /** @param time that it takes for each mail */
    static MailSink slow(Duration time) {
        try {
            MailSink sink = new MailSink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), time);
            daemon(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails have come. */
    long count() {
        return all.sum();
    }

    /** How many each address got. */
    Map<String, Integer> byAddress() {
        return Map.copyOf(mails);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            say(out, "220 ready");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    readMail(in);
                    Pause.of(time);
                    mails.merge(recipient, 1, Integer::sum);
                    all.increment();
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                say(out, "250 fine");
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void readMail(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); ) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail sink");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
