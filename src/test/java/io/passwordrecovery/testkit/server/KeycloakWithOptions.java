// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.passwordrecovery.testkit.tracing.OtlpReceiver;

/**
 * A server with all that operators may switch on beside the plugin, shared by the test classes of each: a start costs more than
 * what most of them do. It is never in a container, and its log is not read by {@code WholeRunLogIT}.
 */
public final class KeycloakWithOptions {
    private static final OtlpReceiver TRACES = OtlpReceiver.open();

    private static final Path VAULT = newVault();

    private static final KeycloakServer SERVER = start();

    private KeycloakWithOptions() {}

    /** Starts it, where nobody has yet. */
    public static KeycloakServer server() {
        return SERVER;
    }

    /** Where its spans go, every one of them. */
    public static OtlpReceiver traces() {
        return TRACES;
    }

    /** Where a realm's secrets are, as files {@code realm_secret}. */
    public static Path vault() {
        return VAULT;
    }

    private static KeycloakServer start() {
        KeycloakServer server = KeycloakServer.startHere(
                "--proxy-headers=forwarded",
                "--tracing-enabled=true",
                "--tracing-endpoint=" + TRACES.url(),
                "--tracing-protocol=http/protobuf",
                "--tracing-sampler-type=always_on",
                "--vault=file",
                "--vault-dir=" + VAULT,
                // The first is a preview: clients keep secrets in the vault, too. The second has tabs in the console.
                "--features=client-secret-rotation,declarative-ui",
                "--spi-password-recovery-sms--http--secret-in-vault=sms-webhook",
                "--spi-password-recovery--default--metrics-by-realm=true");
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop Keycloak with options"));
        return server;
    }

    // Under a name that stays, so that the server's home may be used again.
    private static Path newVault() {
        try {
            return Files.createDirectories(Path.of("target", "vault").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
