// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes no mail, in its own manner, on a port of this JVM. */
public final class BadMailServer implements AutoCloseable {
    /** How it takes no mail. */
    public enum Manner {
        /** Every recipient is refused for good. */
        REFUSES,
        /** Every recipient is refused for the moment. */
        IS_BUSY,
        /** Accepts connections and says nothing. */
        HANGS,
        /** Says a greeting that does not end, an octet at a time: no read takes long. */
        DRIPS
    }

    private final Manner manner;
    private final ServerSocket socket;
    private final AtomicInteger recipients = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private BadMailServer(Manner manner, ServerSocket socket) {
        this.manner = manner;
        this.socket = socket;
    }

    /** Opens it on a free port of a local address. */
    public static BadMailServer open(String localAddress, Manner manner) {
        try {
            BadMailServer server =
                    new BadMailServer(manner, new ServerSocket(0, 50, InetAddress.getByName(localAddress)));
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Returns how many recipients it was asked to take, as often as it was asked. */
    public int recipients() {
        return recipients.get();
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
            switch (manner) {
                case HANGS -> closed.await();
                case DRIPS -> drip(client.getOutputStream());
                case REFUSES -> talk(client, "550 5.1.1 no such user");
                case IS_BUSY -> talk(client, "450 4.2.1 try again later");
            }
        } catch (IOException e) {
            // the caller has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        out.write("220 ".getBytes(StandardCharsets.US_ASCII));
        while (!closed.await(300, TimeUnit.MILLISECONDS)) {
            out.write('.');
            out.flush();
        }
    }

    private void talk(Socket client, String toRecipients) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 bad.example.test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                recipients.incrementAndGet();
                say(client, toRecipients);
            } else if (line.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "bad mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
