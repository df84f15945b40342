// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

/**
 * Recovers accounts by code.
 *
 * <p>There are two ledgers. The one under the typed name decides all that a caller can see; the one under the account
 * decides whether a code is sent and matches. Names that lead to no account have the first and a decoy of the second,
 * so that neither an answer nor its time tells them apart, nor that two names are one account.
 */
public final class PasswordRecovery {
    private final RequestReset requests;
    private final ConfirmReset confirmations;
    private final ProveOwnership proofs;
    private final RecoveryParts parts;

    public PasswordRecovery(RecoveryParts parts) {
        this.requests = new RequestReset(parts);
        this.confirmations = new ConfirmReset(parts);
        this.proofs = new ProveOwnership(parts);
        this.parts = parts;
    }

    /** Amplify's {@code resetPassword}: sends a code, if there is such an account. */
    public ResetRequestOutcome request(ResetRequest request) {
        return requests.request(request);
    }

    /** Amplify's {@code confirmResetPassword}: sets the new password, if the code is right. */
    public ConfirmOutcome confirm(Confirmation confirmation) {
        return confirmations.confirm(confirmation);
    }

    /** Spends a code that is entered before the new password is: the first half of {@link #confirm}. */
    public ProofOutcome prove(CodeEntry entry) {
        return proofs.prove(entry);
    }

    /** Whether a code would reach the account. Only for its own user, who is signed in: nobody else may know. */
    public boolean reaches(String accountId) {
        return parts.recipients().reaches(accountId);
    }
}
