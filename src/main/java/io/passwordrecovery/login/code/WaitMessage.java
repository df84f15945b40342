// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.time.Duration;

import org.keycloak.models.utils.FormMessage;

/** Says how long to wait for the next code: in seconds, or in minutes where it is long; never less than it is. */
public final class WaitMessage {
    /** Waits up to here are told in seconds, and counted down. */
    static final Duration SHORT = Duration.ofMinutes(2);

    private WaitMessage() {}

    public static FormMessage of(Duration wait) {
        return wait.compareTo(SHORT) <= 0
                ? new FormMessage(
                        null,
                        ResetCodeForm.TOO_SOON,
                        Long.toString(wait.plusMillis(999).toSeconds()))
                : new FormMessage(null, ResetCodeForm.TOO_OFTEN, Long.toString(wait.toMinutes() + 1));
    }
}
