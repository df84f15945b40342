// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import io.passwordrecovery.delivery.Destination;

/** The realm's accounts. */
public interface Accounts {
    /**
     * Follows a typed user name or email address.
     *
     * <p>MUST do the same look-ups whether or not there is such an account: the time of the answer must not tell.
     */
    AccountLookup find(Identifier name);

    /** Looks an account up that is known already: its owner is signed in, or has entered its code. */
    AccountLookup byId(String accountId);

    /** Notes that the account's owner reads what is sent there: an email address is verified by it. */
    void proven(String accountId, Destination destination);

    /** What {@link Account#passwordVersion} is, also of an account that may not be recovered. */
    String passwordVersion(String accountId);
}
