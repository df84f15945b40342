// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import io.passwordrecovery.observation.CallOutcome;

/** The member {@code error} of a problem, which clients switch on: it never changes. Amplify's names where it has one. */
enum ErrorName {
    CodeMismatchException(400, "Bad Request"),
    ExpiredCodeException(400, "Bad Request"),
    InvalidParameterException(400, "Bad Request"),
    NotAuthorizedException(401, "Unauthorized"),
    AccessDeniedException(403, "Forbidden"),
    OriginNotAllowed(403, "Forbidden"),
    ResourceNotFoundException(404, "Not Found"),
    PayloadTooLarge(413, "Content Too Large"),
    UnsupportedMediaType(415, "Unsupported Media Type"),
    InvalidPasswordException(422, "Unprocessable Content"),
    LimitExceededException(429, "Too Many Requests"),
    InternalErrorException(500, "Internal Server Error"),
    ServiceUnavailable(503, "Service Unavailable");

    private final int status;
    private final String title;

    ErrorName(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** The status's phrase (RFC 9110, section 15), as the type {@code about:blank} asks for (RFC 9457, section 4.2.1). */
    String title() {
        return title;
    }

    CallOutcome outcome() {
        return switch (this) {
            case CodeMismatchException -> CallOutcome.WRONG_CODE;
            case ExpiredCodeException -> CallOutcome.EXPIRED_CODE;
            case InvalidPasswordException -> CallOutcome.PASSWORD_REJECTED;
            case NotAuthorizedException -> CallOutcome.NOT_AUTHORIZED;
            case LimitExceededException -> CallOutcome.LIMITED;
            case AccessDeniedException, OriginNotAllowed, ResourceNotFoundException -> CallOutcome.FORBIDDEN;
            case InvalidParameterException, PayloadTooLarge, UnsupportedMediaType -> CallOutcome.INVALID;
            case ServiceUnavailable -> CallOutcome.UNAVAILABLE;
            case InternalErrorException -> CallOutcome.FAULT;
        };
    }

    /** The message that says it in the request's language. */
    String messageKey() {
        return "passwordApi" + name();
    }
}
