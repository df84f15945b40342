// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.util.List;
import java.util.stream.Collectors;

import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ConfirmOutcome;
import io.passwordrecovery.recovery.ResetRequestOutcome;
import io.passwordrecovery.recovery.SendOutcome;
import io.passwordrecovery.verification.AddressEntryOutcome;
import io.passwordrecovery.verification.AddressProofOutcome;
import io.passwordrecovery.web.Texts;

/** Says the core's outcomes as Cognito would; the texts are Cognito's own, for apps that show them. */
final class CognitoOutcomes {
    // Without Retry-After, which Cognito does not send: the AWS SDK for JavaScript would hold the call open for as
    // long.
    private static final CognitoAnswer LIMIT =
            CognitoError.LimitExceededException.because("Attempt limit exceeded, please try after some time.");
    private static final CognitoAnswer BUSY =
            CognitoError.TooManyRequestsException.because("Too many requests, please try again in a few seconds.");

    private static final CognitoAnswer MISMATCH =
            CognitoError.CodeMismatchException.because("Invalid verification code provided, please try again.");

    private final Texts texts;

    CognitoOutcomes(Texts texts) {
        this.texts = texts;
    }

    CognitoAnswer of(ResetRequestOutcome outcome) {
        if (outcome instanceof ResetRequestOutcome.Accepted accepted) {
            return CognitoAnswer.codeSent(accepted.delivery());
        }
        return outcome instanceof ResetRequestOutcome.Throttled ? LIMIT : BUSY;
    }

    CognitoAnswer of(ConfirmOutcome outcome) {
        if (outcome instanceof ConfirmOutcome.Refused refused) {
            return switch (refused.reason()) {
                case CODE_MISMATCH -> MISMATCH;
                case CODE_EXPIRED ->
                    CognitoError.ExpiredCodeException.because("Invalid code provided, please request a code again.");
                case TOO_MANY_ATTEMPTS, THROTTLED -> LIMIT;
                case PASSWORD_REJECTED -> rejected(refused.violations());
            };
        }
        return CognitoAnswer.done();
    }

    CognitoAnswer of(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Refused refused) {
            return switch (refused.reason()) {
                case WRONG_PASSWORD, LOCKED ->
                    CognitoError.NotAuthorizedException.because("Incorrect username or password.");
                case TOO_MANY_FAILURES -> LIMIT;
                case PASSWORD_REJECTED -> rejected(refused.violations());
            };
        }
        return CognitoAnswer.done();
    }

    CognitoAnswer of(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Refused refused) {
            return switch (refused.reason()) {
                case LIMITED, GUESSED_AT -> LIMIT;
                case UNREACHABLE ->
                    CognitoError.InvalidParameterException.because(
                            "Cannot reset password for the user as there is no registered/verified email or phone_number");
                case DISABLED -> CognitoError.NotAuthorizedException.because("User is disabled.");
                case UNKNOWN -> CognitoError.UserNotFoundException.because("User does not exist.");
                case LOCKED_TEMPORARILY, LOCKED_PERMANENTLY, READ_ONLY, LINKED ->
                    CognitoError.NotAuthorizedException.because("User password cannot be reset in the current state.");
            };
        }
        if (outcome instanceof SendOutcome.Sent) {
            return CognitoAnswer.done();
        }
        return outcome instanceof SendOutcome.Capped ? LIMIT : BUSY;
    }

    CognitoAnswer of(AddressEntryOutcome outcome) {
        if (outcome instanceof AddressEntryOutcome.Refused refused) {
            return switch (refused.reason()) {
                case INVALID_ADDRESS -> noSuchAttribute().answer();
                case STALE_SIGN_IN ->
                    CognitoError.NotAuthorizedException.because("The user must have signed in a moment ago.");
                case THROTTLED -> LIMIT;
                case UNAVAILABLE -> BUSY;
            };
        }
        return CognitoAnswer.codeSent(CodeDelivery.to(((AddressEntryOutcome.Sent) outcome).destination()));
    }

    CognitoAnswer of(AddressProofOutcome outcome) {
        return switch (outcome) {
            case VERIFIED -> CognitoAnswer.done();
            case REFUSED -> MISMATCH;
        };
    }

    static CognitoRefusal noSuchAttribute() {
        return new CognitoRefusal(
                CognitoError.InvalidParameterException,
                "User does not have such an attribute, or it cannot be verified.");
    }

    CognitoRefusal refusedToken(AccessTokenCheck.Result check) {
        if (check instanceof AccessTokenCheck.Result.Expired) {
            return new CognitoRefusal(CognitoError.NotAuthorizedException, "Access Token has expired");
        }
        return new CognitoRefusal(
                CognitoError.NotAuthorizedException,
                check instanceof AccessTokenCheck.Result.Insufficient
                        ? "Access Token does not have required scopes"
                        : "Invalid Access Token");
    }

    private CognitoAnswer rejected(List<PolicyViolation> violations) {
        String rules = violations.stream()
                .map(violation -> texts.text(violation.key(), violation.parameters()))
                .collect(Collectors.joining(" "));
        return CognitoError.InvalidPasswordException.because("Password did not conform with policy: " + rules);
    }
}
