// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The operations that are served; the others of Cognito's have no counterpart here. */
enum CognitoAction {
    ForgotPassword,
    ConfirmForgotPassword,
    ChangePassword,
    AdminResetUserPassword,
    AdminSetUserPassword;

    /** Whether it is for somebody who has forgotten the password. */
    boolean isForForgotten() {
        return switch (this) {
            case ForgotPassword, ConfirmForgotPassword, AdminResetUserPassword -> true;
            case ChangePassword, AdminSetUserPassword -> false;
        };
    }

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";

    /** @param target the header {@code x-amz-target} */
    static CognitoAction named(@Nullable String target) {
        return Arrays.stream(values())
                .filter(action -> (SERVICE + action.name()).equals(target))
                .findFirst()
                .orElseThrow(() -> new CognitoRefusal(
                        CognitoError.UnknownOperationException, "Only the password operations are served here."));
    }
}
