// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Optional;

import io.passwordrecovery.limits.Caller;

/**
 * A signed-in user's wish.
 *
 * @param who proven by the adapter: whose password, in which session
 * @param signOutOthers the user's own choice, where he was asked
 */
public record PasswordChange(SignedInUser who, Password current, Password wanted, Optional<Boolean> signOutOthers) {

    /**
     * Who asks.
     *
     * @param sessionId of the user session that goes on
     */
    public record SignedInUser(String accountId, String sessionId, Caller origin) {}
}
