// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.code;

import java.time.Instant;

/**
 * A code after it was issued, as it is kept.
 *
 * @param id names this code among all; not secret
 * @param expiresAt the first instant at which it is no longer good
 * @param medium the medium's name; the address to compare with is the account's present one of that medium
 */
public record IssuedCode(String id, StoredDigest digest, Instant expiresAt, String medium) {
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
