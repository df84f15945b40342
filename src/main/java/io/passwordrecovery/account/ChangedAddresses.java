// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

/** Email addresses that their users have changed themselves lately. */
public interface ChangedAddresses {
    /** The account's latest change, for as long as the realm remembers it. */
    Optional<Change> of(String accountId);

    /** MUST take effect at once, on all nodes. A later change starts the time anew, and keeps the first address. */
    void changed(String accountId, Change change);

    /**
     * A change by the user.
     *
     * @param previous the address that was believed
     * @param current the one that nobody has proven, unless the account says that it is verified
     */
    record Change(String previous, String current) {
        /** Whether this is what the change led to, and not back to where it began. */
        public boolean ledTo(String address) {
            return current.equalsIgnoreCase(address) && !previous.equalsIgnoreCase(address);
        }
    }
}
