// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

/**
 * Sends a code to a number and, when it comes back, takes the number for the user's.
 *
 * <p>The limits are those of recovery, counted for the user as somebody who is signed in: a stranger who asks for reset
 * codes does not keep them from this. What costs money, the text messages, is counted together.
 */
public final class PhoneVerification {
    private final EnterPhoneNumber enter;
    private final ProvePhoneNumber prove;

    public PhoneVerification(EnterPhoneNumber enter, ProvePhoneNumber prove) {
        this.enter = enter;
        this.prove = prove;
    }

    /** Sends a code to the number. Another number than before is the account's at once, and unverified. */
    public PhoneEntryOutcome enter(PhoneEntry entry) {
        return enter.enter(entry);
    }

    /** Compares the code; counts first, as every guess. */
    public PhoneProofOutcome prove(PhoneProof proof) {
        return prove.prove(proof);
    }
}
