// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.AccountLookup.NotRecoverable;

/**
 * Why nothing was sent though the caller was told "accepted"; for the realm's events alone.
 *
 * @param accountId present where the typed name led to an account
 */
public record NotSent(Reason reason, Optional<String> accountId) {
    static NotSent because(NotRecoverable lookup) {
        Reason reason = switch (lookup.reason()) {
            case UNKNOWN -> Reason.UNKNOWN;
            case DISABLED -> Reason.DISABLED;
            case LOCKED_TEMPORARILY -> Reason.LOCKED_TEMPORARILY;
            case LOCKED_PERMANENTLY -> Reason.LOCKED_PERMANENTLY;
            case READ_ONLY -> Reason.READ_ONLY;
        };
        return new NotSent(reason, lookup.accountId());
    }

    /** Every reason. */
    public enum Reason {
        UNKNOWN,
        DISABLED,
        LOCKED_TEMPORARILY,
        LOCKED_PERMANENTLY,
        /** The password is kept in a user federation that does not let it be written. */
        READ_ONLY,
        /** No destination of a medium that the realm uses. */
        UNREACHABLE,
        /** The account has had enough codes under its names together. */
        LIMITED,
    }
}
