// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.WebOrigins;

/** What is the same for every call: the web origin, the body, and that there is always an answer. */
final class RestCall {
    private static final Logger LOG = Logger.getLogger(RestCall.class);

    private static final String ALLOWED_HEADERS = "Authorization, Content-Type, Accept, Accept-Language, DPoP";
    private static final String EXPOSED_HEADERS = "Retry-After, WWW-Authenticate, Content-Language";

    private final KeycloakSession session;
    private final WebOrigins webOrigins;
    private final Answers answers;

    RestCall(KeycloakSession session, WebOrigins webOrigins, Answers answers) {
        this.session = session;
        this.webOrigins = webOrigins;
        this.answers = answers;
    }

    /** Runs the call, unless its web origin is not allowed: then nothing is done. */
    Response answer(Supplier<Response> call) {
        Optional<String> origin = origin();
        boolean allowed = origin.map(webOrigins::isAllowed).orElse(true);
        Response answer = allowed ? guarded(call) : answers.to(Problem.originNotAllowed());
        return withHeaders(answer, origin.filter(o -> allowed));
    }

    Response preflight() {
        Optional<String> allowed = origin().filter(webOrigins::isAllowed);
        Response.ResponseBuilder answer = Response.noContent().header(HttpHeaders.VARY, "Origin");
        allowed.ifPresent(origin -> answer.header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .header("Access-Control-Max-Age", "3600"));
        return answer.build();
    }

    RequestBody body(InputStream body) {
        return RequestBody.read(
                session.getContext().getHttpRequest().getHttpHeaders().getMediaType(), body);
    }

    private Response guarded(Supplier<Response> call) {
        try {
            return call.get();
        } catch (Problem problem) {
            return answers.to(problem);
        } catch (RuntimeException fault) {
            // A fault, not a refusal: logged with its cause, told without; Keycloak's own handler might answer in HTML.
            session.getTransactionManager().setRollbackOnly();
            LOG.error("A call of the password resource failed", fault);
            return answers.fault();
        }
    }

    private static Response withHeaders(Response answer, Optional<String> allowedOrigin) {
        Response.ResponseBuilder builder = Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Origin");
        allowedOrigin.ifPresent(origin -> builder.header("Access-Control-Allow-Origin", origin)
                .header("Access-Control-Expose-Headers", EXPOSED_HEADERS));
        return builder.build();
    }

    private Optional<String> origin() {
        return Optional.ofNullable(
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Origin"));
    }
}
