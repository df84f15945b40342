// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

/** The realm's passwords. */
public interface Passwords {
    /** Whether this is the account's password; false when it has none. */
    boolean isCurrent(String accountId, Password password);

    /** Takes as long as {@link #isCurrent} for a wrong password of an account that the realm keeps; tells nothing. */
    void pretendToCheck(String accountId);

    /**
     * Sets the password, unless the realm's policy, or that of the user federation that keeps it, refuses.
     *
     * <p>In the caller's transaction, or durably in one of its own: as the implementation says.
     *
     * @return every rule that the password breaks for this account, nothing being set then; empty when it was set
     * @throws RuntimeException when it could not be stored; nothing was set then
     */
    List<PolicyViolation> set(String accountId, Password password);
}
