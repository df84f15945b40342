// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.time.Instant;

import org.keycloak.sessions.AuthenticationSessionModel;

/** A page of a login that is worth something for longer than Keycloak keeps it. */
public final class OpenPage {
    private OpenPage() {}

    /**
     * Keycloak gives up on a page that nobody touches for five minutes (ClientSessionCode.isActionActive, 26.7); this one has
     * to outlive the code, to take it late and to say that it came too late.
     */
    public static void until(Instant until, AuthenticationSessionModel login) {
        login.getParentSession().setTimestamp(Math.toIntExact(until.getEpochSecond()));
    }
}
