// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

/** What became of a {@link AddressProof}. */
public enum AddressProofOutcome {
    /** The number is the user's from now on. */
    VERIFIED,
    /** Wrong, expired, spent, guessed at too often, or for another number. */
    REFUSED,
}
