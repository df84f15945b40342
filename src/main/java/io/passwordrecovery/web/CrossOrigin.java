// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.web;

import java.util.Optional;
import java.util.function.Predicate;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Cross-origin resource sharing (Fetch standard, section 3.3). Keycloak's own helper knows a fixed list of headers; here
 * a page may send any header, and no credentials mode is offered.
 *
 * <p>Before it is known for which application a page calls, pages of all origins are answered: a preflight, as by
 * Keycloak's own endpoints, and what is wrong with a call that names none. No answer until then is about anybody.
 */
public final class CrossOrigin {
    private final HttpHeaders request;
    private final String exposedHeaders;
    private final Optional<String> origin;
    private boolean isOthers;

    /**
     * Looks at a request.
     *
     * @param exposedHeaders the answer's headers that pages may read, separated by commas
     */
    public CrossOrigin(HttpHeaders request, String exposedHeaders) {
        this.request = request;
        this.exposedHeaders = exposedHeaders;
        this.origin = Optional.ofNullable(request.getHeaderString("Origin"));
    }

    /**
     * Whether the page may call for an application; where not, nothing is to be done for it and no answer is for it.
     *
     * @param listed tells whether the application lists an origin
     */
    public boolean isAdmitted(Predicate<String> listed) {
        isOthers = origin.filter(listed.negate()).isPresent();
        return !isOthers;
    }

    /** Answers the browser's question before a call. */
    public Response preflight() {
        Response.ResponseBuilder answer = Response.noContent();
        if (origin.isPresent()) {
            answer.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                    .header("Access-Control-Max-Age", "3600");
            Optional.ofNullable(request.getHeaderString("Access-Control-Request-Headers"))
                    .ifPresent(headers -> answer.header("Access-Control-Allow-Headers", headers));
        }
        return decorate(answer.build());
    }

    /** Returns the answer with the headers that let an admitted page read it. */
    public Response decorate(Response answer) {
        Response.ResponseBuilder builder = Response.fromResponse(answer).header(HttpHeaders.VARY, "Origin");
        if (!isOthers) {
            origin.ifPresent(value -> builder.header("Access-Control-Allow-Origin", value)
                    .header("Access-Control-Expose-Headers", exposedHeaders));
        }
        return builder.build();
    }
}
