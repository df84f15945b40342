// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.Optional;

import io.passwordrecovery.limits.Caller;

/**
 * A signed-in user's wish.
 *
 * @param who proven by the adapter: whose password, in which session
 * @param current as the user entered it; empty where they need not: they did so a moment ago, or an administrator's link
 *     led them here
 * @param signOutOthers the user's own choice, where they were asked
 */
public record PasswordChange(
        SignedInUser who, Optional<Password> current, Password wanted, Optional<Boolean> signOutOthers) {
    /** Of somebody who enters the current password beside the new one. */
    public static PasswordChange withCurrent(
            SignedInUser who, Password current, Password wanted, Optional<Boolean> signOutOthers) {
        return new PasswordChange(who, Optional.of(current), wanted, signOutOthers);
    }

    /** Of somebody whom the adapter has good reason to trust without it. */
    public static PasswordChange trusted(SignedInUser who, Password wanted, boolean signOutOthers) {
        return new PasswordChange(who, Optional.empty(), wanted, Optional.of(signOutOthers));
    }

    /**
     * Who asks.
     *
     * @param sessionId of the user session that goes on
     */
    public record SignedInUser(String accountId, String sessionId, Caller caller) {}
}
