// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.sms.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A server whose status line never ends, though something comes all the time. */
final class DrippingHeaders {
    private DrippingHeaders() {}

    static Thread on(ServerSocket server) {
        Thread thread = new Thread(() -> drip(server), "dripping");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                out.write('.');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IOException e) {
            // the client has left, as it should
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
