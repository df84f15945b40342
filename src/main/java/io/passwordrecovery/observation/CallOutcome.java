// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.observation;

import java.util.Locale;

import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ProofOutcome;
import io.passwordrecovery.recovery.ProvenResetOutcome;
import io.passwordrecovery.recovery.RefusalReason;
import io.passwordrecovery.recovery.ResetRequestOutcome;
import io.passwordrecovery.verification.AddressEntryOutcome;
import io.passwordrecovery.verification.AddressProofOutcome;

/** What became of a call: no more than its caller was told. */
public enum CallOutcome {
    OK,
    WRONG_CODE,
    EXPIRED_CODE,
    PASSWORD_REJECTED,
    /** A wrong password, token or client secret. */
    NOT_AUTHORIZED,
    /** Too often. */
    LIMITED,
    /** Not a call that could be answered. */
    INVALID,
    /** The realm, or the page's origin, lets nobody do it. */
    FORBIDDEN,
    /** A full queue, a cap, or what the server stands on is away. */
    UNAVAILABLE,
    FAULT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server, not the caller, is why nothing was done. */
    public boolean isServers() {
        return this == UNAVAILABLE || this == FAULT;
    }

    public static CallOutcome of(ResetRequestOutcome outcome) {
        if (outcome instanceof ResetRequestOutcome.Accepted) {
            return OK;
        }
        return outcome instanceof ResetRequestOutcome.Throttled ? LIMITED : UNAVAILABLE;
    }

    public static CallOutcome of(ProofOutcome outcome) {
        return outcome instanceof ProofOutcome.Refused refused ? of(refused.reason()) : OK;
    }

    public static CallOutcome of(ProvenResetOutcome outcome) {
        if (outcome instanceof ProvenResetOutcome.Rejected) {
            return PASSWORD_REJECTED;
        }
        if (outcome instanceof ProvenResetOutcome.ProofOver) {
            return EXPIRED_CODE;
        }
        return outcome instanceof ProvenResetOutcome.Replaced ? OK : UNAVAILABLE;
    }

    public static CallOutcome of(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Refused refused) {
            return switch (refused.reason()) {
                case WRONG_PASSWORD, LOCKED -> NOT_AUTHORIZED;
                case TOO_MANY_FAILURES -> LIMITED;
                case PASSWORD_REJECTED -> PASSWORD_REJECTED;
            };
        }
        return OK;
    }

    public static CallOutcome of(AddressEntryOutcome outcome) {
        if (outcome instanceof AddressEntryOutcome.Refused refused) {
            return switch (refused.reason()) {
                case INVALID_ADDRESS -> INVALID;
                case STALE_SIGN_IN -> NOT_AUTHORIZED;
                case THROTTLED -> LIMITED;
                case UNAVAILABLE -> UNAVAILABLE;
            };
        }
        return OK;
    }

    public static CallOutcome of(AddressProofOutcome outcome) {
        return switch (outcome) {
            case VERIFIED -> OK;
            case REFUSED -> WRONG_CODE;
        };
    }

    private static CallOutcome of(RefusalReason reason) {
        return switch (reason) {
            case CODE_MISMATCH -> WRONG_CODE;
            case CODE_EXPIRED -> EXPIRED_CODE;
            case TOO_MANY_ATTEMPTS, THROTTLED -> LIMITED;
            case PASSWORD_REJECTED -> PASSWORD_REJECTED;
        };
    }
}
