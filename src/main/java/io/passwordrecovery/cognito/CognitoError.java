// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

/** Cognito's errors, by the names that the libraries throw them under. */
enum CognitoError {
    AccessDeniedException,
    CodeMismatchException,
    ExpiredCodeException,
    InternalErrorException,
    InvalidParameterException,
    InvalidPasswordException,
    LimitExceededException,
    NotAuthorizedException,
    ResourceNotFoundException,
    SerializationException,
    TooManyRequestsException,
    UnknownOperationException;

    CognitoAnswer because(String message) {
        return CognitoAnswer.error(this, message);
    }

    // Others than these two change how often the SDKs try again.
    int status() {
        return this == InternalErrorException ? 500 : 400;
    }
}
