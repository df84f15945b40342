// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.time.Instant;

/**
 * That a code was asked for under a name. Every name gets one, whether or not an account has it, and only from the
 * pending request is a caller told "expired" or "too many attempts".
 *
 * @param id names the budget of attempts that belongs to it
 * @param issuedAt when the code was asked for
 * @param expiresAt the first instant at which the code is no longer good
 */
public record PendingRequest(String id, Instant issuedAt, Instant expiresAt) {
    /** How long a caller is told "expired" instead of "wrong". */
    public static final Duration KEPT_AFTER_EXPIRY = Duration.ofHours(1);

    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
