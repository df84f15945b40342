// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import io.passwordrecovery.observation.CallOutcome;

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

    CallOutcome outcome() {
        return switch (this) {
            case CodeMismatchException -> CallOutcome.WRONG_CODE;
            case ExpiredCodeException -> CallOutcome.EXPIRED_CODE;
            case InvalidPasswordException -> CallOutcome.PASSWORD_REJECTED;
            case NotAuthorizedException -> CallOutcome.NOT_AUTHORIZED;
            case LimitExceededException -> CallOutcome.LIMITED;
            case AccessDeniedException -> CallOutcome.FORBIDDEN;
            case InvalidParameterException,
                    ResourceNotFoundException,
                    SerializationException,
                    UnknownOperationException,
                    UnsupportedMediaTypeException,
                    UserNotFoundException -> CallOutcome.INVALID;
            case ServiceUnavailable, TooManyRequestsException -> CallOutcome.UNAVAILABLE;
            case InternalErrorException -> CallOutcome.FAULT;
        };
    }

    CognitoAnswer because(String message) {
        return CognitoAnswer.error(this, message);
    }

    // To an operation nothing but 400, 500 and, in common to all of AWS' services, 503: others change how often an SDK
    // tries again.
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
