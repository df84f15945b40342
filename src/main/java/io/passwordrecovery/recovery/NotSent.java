// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.AccountLookup.NotRecoverable;
import io.passwordrecovery.account.Obstacle;

/**
 * Why nothing was sent though the caller was told "accepted"; for the realm's events alone.
 *
 * @param accountId present where the typed name led to an account
 */
public record NotSent(Obstacle reason, Optional<String> accountId) {
    static NotSent because(NotRecoverable lookup) {
        return new NotSent(lookup.reason(), lookup.accountId());
    }
}
