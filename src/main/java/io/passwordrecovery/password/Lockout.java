// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import io.passwordrecovery.limits.Caller;

/** Keycloak's brute-force protection, as far as a wrong password concerns it. */
public interface Lockout {
    /** Whether the account is locked now, for a while or for good; false where the realm does not protect. */
    boolean isLocked(String accountId);

    /** Counts a wrong password as a failed sign-in does. */
    void passwordWasWrong(String accountId, Caller caller);

    /** Takes as long as {@link #passwordWasWrong}, and counts nothing: the account is locked, and no longer for it. */
    void pretendPasswordWasWrong(String accountId);

    /** Forgets earlier wrong passwords as a sign-in does. */
    void passwordWasRight(String accountId, Caller caller);
}
