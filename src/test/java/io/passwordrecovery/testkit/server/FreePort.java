// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of this machine that nobody listens on, and that nobody is given by chance until a server has started on it, half a
 * minute later: systems take those of outgoing connections and of port 0 from 32768 on.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int SYSTEMS_FIRST = 32_768;
    // Nodes of a cluster listen ten ports further as well.
    private static final int STEP = 20;
    private static final int ATTEMPTS = 10_000;

    private static final Random RANDOM = new Random();
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + STEP * RANDOM.nextInt((SYSTEMS_FIRST - FIRST) / STEP);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
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

    private static boolean isFree(int port) {
        try {
            return check(port) == port;
        } catch (IOException e) {
            return false;
        }
    }
}
