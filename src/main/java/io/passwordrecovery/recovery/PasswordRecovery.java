// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

/**
 * Recovers accounts by code: each journey is a class of its own, with its steps in their order.
 *
 * @see RequestReset
 * @see ConfirmReset
 * @see ProveOwnership
 */
public final class PasswordRecovery {
    private final RequestReset request;
    private final ConfirmReset confirm;
    private final ProveOwnership prove;
    private final AccountResolver resolver;

    public PasswordRecovery(
            RequestReset request, ConfirmReset confirm, ProveOwnership prove, AccountResolver resolver) {
        this.request = request;
        this.confirm = confirm;
        this.prove = prove;
        this.resolver = resolver;
    }

    /** Amplify's {@code resetPassword}: sends a code, if there is such an account. */
    public ResetRequestOutcome request(ResetRequest wanted) {
        return request.request(wanted);
    }

    /** Amplify's {@code confirmResetPassword}: sets the new password, if the code is right. */
    public ConfirmOutcome confirm(Confirmation confirmation) {
        return confirm.confirm(confirmation);
    }

    /** Spends a code that is entered before the new password is: the first half of {@link #confirm}. */
    public ProofOutcome prove(CodeEntry entry) {
        return prove.prove(entry);
    }

    /** Whether a code would reach the account. Only for its own user, who is signed in: nobody else may know. */
    public boolean reaches(String accountId) {
        return resolver.reaches(accountId);
    }
}
