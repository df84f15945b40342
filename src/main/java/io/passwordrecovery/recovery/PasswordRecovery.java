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
    private final RequestJourney requests;
    private final ConfirmJourney confirmations;

    public PasswordRecovery(RecoveryParts parts) {
        this.requests = new RequestJourney(parts);
        this.confirmations = new ConfirmJourney(parts);
    }

    /** Amplify's {@code resetPassword}: sends a code, if there is such an account. */
    public ResetRequestOutcome request(ResetRequest request) {
        return requests.request(request);
    }

    /** Amplify's {@code confirmResetPassword}: sets the new password, if the code is right. */
    public ConfirmOutcome confirm(Confirmation confirmation) {
        return confirmations.confirm(confirmation);
    }
}
