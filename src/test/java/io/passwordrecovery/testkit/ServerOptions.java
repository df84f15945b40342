// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit;

import java.util.List;

/** The options that every tested server has. */
final class ServerOptions {
    /** The forwarded address lets a test be many callers: {@code X-Forwarded-For}. */
    static final List<String> ALWAYS = List.of(
            "--health-enabled=true",
            "--metrics-enabled=true",
            "--proxy-headers=xforwarded",
            "--log-level=info,io.passwordrecovery:debug");

    private ServerOptions() {}
}
