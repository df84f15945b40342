// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.time.Duration;
import java.util.Optional;

/**
 * A refusal on the way to the core: what was sent is not a call that it could answer.
 *
 * <p>An exception only inside this package, where it ends the parsing; {@link RestCall} turns it into an answer, so that
 * it never reaches Keycloak's error handler, which would roll back what was counted.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorName error;
    private final String detail;
    private final String authenticate;

    private Problem(ErrorName error, String detail, String authenticate) {
        super(detail, null, false, false);
        this.error = error;
        this.detail = detail;
        this.authenticate = authenticate;
    }

    static Problem invalidParameter(String detail) {
        return new Problem(ErrorName.InvalidParameterException, detail, "");
    }

    // Anybody can call in the name of a public client, and would have a new address for each call.
    static Problem userAddressFromPublicClient() {
        return invalidParameter("userIpAddress is for confidential clients, which prove who they are");
    }

    static Problem unsupportedMediaType() {
        return new Problem(ErrorName.UnsupportedMediaType, "Content-Type must be application/json", "");
    }

    static Problem payloadTooLarge(int limit) {
        return new Problem(ErrorName.PayloadTooLarge, "the body must be at most " + limit + " octets", "");
    }

    static Problem originNotAllowed() {
        return new Problem(ErrorName.OriginNotAllowed, "the client does not list this web origin", "");
    }

    static Problem realmIsDisabled() {
        return new Problem(ErrorName.AccessDeniedException, "this realm is disabled", "");
    }

    static Problem httpsRequired() {
        return new Problem(ErrorName.AccessDeniedException, "this realm requires HTTPS", "");
    }

    static Problem forgotPasswordIsOff() {
        return new Problem(
                ErrorName.ResourceNotFoundException,
                "this realm does not let its users reset a forgotten password",
                "");
    }

    static Problem invalidClient() {
        return new Problem(ErrorName.NotAuthorizedException, "the client did not authenticate itself", "Basic");
    }

    // RFC 6750, section 3: without credentials the challenge has no error code.
    static Problem noToken() {
        return new Problem(ErrorName.NotAuthorizedException, "an access token is required", "Bearer");
    }

    static Problem invalidToken() {
        return new Problem(
                ErrorName.NotAuthorizedException, "the access token is not valid", "Bearer error=\"invalid_token\"");
    }

    static Problem insufficientToken() {
        return new Problem(
                ErrorName.NotAuthorizedException,
                "the access token must have the audience account and its role manage-account",
                "Bearer error=\"insufficient_scope\"");
    }

    static Problem noTextMessages() {
        return invalidParameter("attributeName: this realm sends no text messages");
    }

    static Problem noSuchAddress() {
        return invalidParameter("attributeName: the user has no such address, or one that this realm does not send to");
    }

    static Problem readOnlyUser() {
        return invalidParameter("attributeName: this user's record cannot be changed here");
    }

    /** RFC 9470, section 3: signing in again helps. */
    static Problem staleSignIn(Duration maxAge) {
        return new Problem(
                ErrorName.NotAuthorizedException,
                "the user must have signed in a moment ago",
                "Bearer error=\"insufficient_user_authentication\", max_age=\"" + maxAge.toSeconds() + "\"");
    }

    ErrorName error() {
        return error;
    }

    String detail() {
        return detail;
    }

    /** The scheme, and parameters, of the {@code WWW-Authenticate} challenge that goes with it. */
    Optional<String> authenticate() {
        return Optional.of(authenticate).filter(challenge -> !challenge.isEmpty());
    }
}
