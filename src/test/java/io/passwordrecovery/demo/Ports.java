// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of this machine. */
final class Ports {
    private Ports() {}

    /** Returns the port that was asked for, if it is one and is free. */
    static int wanted(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new DemoFailure("demo.port must be 1 to 65535, but is " + text);
        }
        int port = Integer.parseInt(text);
        try {
            return free(port);
        } catch (IOException e) {
            throw new DemoFailure(
                    "Port %d is busy (%s). Stop what listens there, or choose another: ./mvnw -Pdemo -Ddemo.port=%d"
                            .formatted(port, e.getMessage(), port == 65535 ? port - 1 : port + 1));
        }
    }

    static int anyFree() {
        try {
            return free(0);
        } catch (IOException e) {
            throw new DemoFailure("This machine has no free port: " + e.getMessage());
        }
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
