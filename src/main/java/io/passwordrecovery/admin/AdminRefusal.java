// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.time.Duration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

import io.passwordrecovery.keycloak.Outage;

/**
 * Why a call is not done, in the form of Keycloak's own admin resources; quotes nothing of the call.
 *
 * <p>An exception only inside this package. Keycloak's error handler (26.7) would roll back what was counted, and of an
 * exception leave no header.
 */
final class AdminRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String error;
    private final String description;
    private final Duration retryAfter;

    private AdminRefusal(Status status, String error, String description, Duration retryAfter) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
        this.retryAfter = retryAfter;
    }

    static AdminRefusal badRequest(String description) {
        return new AdminRefusal(Status.BAD_REQUEST, "invalid_request", description, Duration.ZERO);
    }

    /** @param error stays the same from version to version */
    static AdminRefusal conflict(String error, String description) {
        return new AdminRefusal(Status.CONFLICT, error, description, Duration.ZERO);
    }

    static AdminRefusal tooOften(String description, Duration retryAfter) {
        return new AdminRefusal(Status.TOO_MANY_REQUESTS, "rate_limited", description, retryAfter);
    }

    static AdminRefusal unavailable() {
        return unavailable("The server does not let password recovery keep its rules.", Outage.RETRY_AFTER);
    }

    static AdminRefusal unavailable(String description, Duration retryAfter) {
        return new AdminRefusal(Status.SERVICE_UNAVAILABLE, "temporarily_unavailable", description, retryAfter);
    }

    Response response() {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new OAuth2ErrorRepresentation(error, description));
        if (!retryAfter.isZero()) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return answer.build();
    }
}
