// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.demo;

import java.io.IOException;

import io.passwordrecovery.testkit.server.FreePort;

/** The port at which the demo was asked to listen. */
final class DemoPort {
    private DemoPort() {}

    /** Returns the port that was asked for, if it is one and is free. */
    static int wanted(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new DemoFailure("demo.port must be 1 to 65535, but is " + text);
        }
        int port = Integer.parseInt(text);
        try {
            return FreePort.check(port);
        } catch (IOException e) {
            throw new DemoFailure(
                    "Port %d is busy (%s). Stop what listens there, or choose another: ./mvnw -Pdemo -Ddemo.port=%d"
                            .formatted(port, e.getMessage(), port == 65535 ? port - 1 : port + 1));
        }
    }
}
