// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.passwordrecovery.observation.Call.Operation;

/** The operations that are served; the others of Cognito's have no counterpart here. */
enum CognitoAction {
    ForgotPassword(Operation.RESET),
    ConfirmForgotPassword(Operation.CONFIRM),
    ChangePassword(Operation.UPDATE),
    AdminResetUserPassword(Operation.ADMIN_RESET),
    AdminSetUserPassword(Operation.ADMIN_UPDATE),
    GetUserAttributeVerificationCode(Operation.VERIFY),
    VerifyUserAttribute(Operation.CONFIRM_VERIFY);

    private final Operation operation;

    CognitoAction(Operation operation) {
        this.operation = operation;
    }

    /** Whether it is for somebody who has forgotten the password. */
    boolean isForForgotten() {
        return switch (this) {
            case ForgotPassword, ConfirmForgotPassword, AdminResetUserPassword -> true;
            case ChangePassword, AdminSetUserPassword, GetUserAttributeVerificationCode, VerifyUserAttribute -> false;
        };
    }

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";

    /** @param target the header {@code x-amz-target} */
    static CognitoAction named(@Nullable String target) {
        return find(target)
                .orElseThrow(() -> new CognitoRefusal(
                        CognitoError.UnknownOperationException, "Only the password operations are served here."));
    }

    /** How operators know what is asked for, whatever is asked for. */
    static Operation operation(@Nullable String target) {
        return find(target).map(action -> action.operation).orElse(Operation.UNKNOWN);
    }

    private static Optional<CognitoAction> find(@Nullable String target) {
        return Arrays.stream(values())
                .filter(action -> (SERVICE + action.name()).equals(target))
                .findFirst();
    }
}
