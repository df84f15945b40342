// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.Optional;
import java.util.function.Predicate;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Cross-origin resource sharing (Fetch standard, section 3.3). Keycloak's own helper knows a fixed list of headers and
 * one client; here an allowed page may send any header, and no credentials mode is offered.
 */
public final class CrossOrigin {
    private final HttpHeaders request;
    private final String exposedHeaders;
    private final Optional<String> origin;
    private final boolean allowed;

    /**
     * Looks at a request.
     *
     * @param allowedOrigin tells whether pages of an origin may call
     * @param exposedHeaders the answer's headers that pages may read, separated by commas
     */
    public CrossOrigin(HttpHeaders request, Predicate<String> allowedOrigin, String exposedHeaders) {
        this.request = request;
        this.exposedHeaders = exposedHeaders;
        this.origin = Optional.ofNullable(request.getHeaderString("Origin"));
        this.allowed = origin.map(allowedOrigin::test).orElse(true);
    }

    /** False for a page of an origin that nobody lists: nothing is to be done for it. */
    public boolean isAllowed() {
        return allowed;
    }

    /** Answers the browser's question before a call. */
    public Response preflight() {
        Response.ResponseBuilder answer = Response.noContent();
        if (allowed && origin.isPresent()) {
            answer.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                    .header("Access-Control-Max-Age", "3600");
            Optional.ofNullable(request.getHeaderString("Access-Control-Request-Headers"))
                    .ifPresent(headers -> answer.header("Access-Control-Allow-Headers", headers));
        }
        return decorate(answer.build());
    }

    /** Returns the answer with the headers that let an allowed page read it. */
    public Response decorate(Response answer) {
        Response.ResponseBuilder builder = Response.fromResponse(answer).header(HttpHeaders.VARY, "Origin");
        if (allowed) {
            origin.ifPresent(value -> builder.header("Access-Control-Allow-Origin", value)
                    .header("Access-Control-Expose-Headers", exposedHeaders));
        }
        return builder.build();
    }
}
