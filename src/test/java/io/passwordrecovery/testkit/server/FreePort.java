// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of this machine that nobody listens on at the moment. */
public final class FreePort {
    private FreePort() {}

    public static int next() {
        try {
            return check(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the port, if it is free.
     *
     * @throws IOException where somebody listens already; its message says why the port cannot be had
     */
    public static int check(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
