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
    ServiceUnavailable,
    TooManyRequestsException,
    UnknownOperationException,
    UnsupportedMediaTypeException,
    UserNotFoundException;

    CognitoAnswer because(String message) {
        return CognitoAnswer.error(this, message);
    }

    // To an operation nothing but 400, 500 and, in common to all of AWS' services, 503: others change how often the
    // SDKs
    // try again.
    int status() {
        return switch (this) {
            case InternalErrorException -> 500;
            case ServiceUnavailable -> 503;
            case UnsupportedMediaTypeException -> 415;
            case AccessDeniedException,
                    CodeMismatchException,
                    ExpiredCodeException,
                    InvalidParameterException,
                    InvalidPasswordException,
                    LimitExceededException,
                    NotAuthorizedException,
                    ResourceNotFoundException,
                    SerializationException,
                    TooManyRequestsException,
                    UnknownOperationException,
                    UserNotFoundException -> 400;
        };
    }
}
