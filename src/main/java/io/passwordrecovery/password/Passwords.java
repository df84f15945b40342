// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

/** The realm's passwords. */
public interface Passwords {
    /** Returns every rule of the realm's policy that the password breaks for this account; empty when it is good. */
    List<PolicyViolation> violations(String accountId, Password password);

    /** Whether this is the account's password; false when it has none. */
    boolean isCurrent(String accountId, Password password);

    /**
     * Sets the password.
     *
     * <p>In the caller's transaction, or durably in one of its own: as the implementation says.
     *
     * @return what else broke the policy, such as a rule of a user federation; nothing was set then
     * @throws RuntimeException when it could not be stored; nothing was set then
     */
    List<PolicyViolation> set(String accountId, Password password);
}
