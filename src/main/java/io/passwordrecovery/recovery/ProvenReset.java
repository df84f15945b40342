// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Password;

/**
 * Somebody who has entered a code chooses the new password.
 *
 * @param goingOn the sign-in that the page belongs to, where the user is signed in already
 */
public record ProvenReset(RecoveryProof proof, Password wanted, Caller caller, Optional<GoingOn> goingOn) {
    /**
     * A sign-in that goes on.
     *
     * @param sessionId of its user session
     * @param signOutOthers the user's own choice, where they were asked
     */
    public record GoingOn(String sessionId, boolean signOutOthers) {}
}
