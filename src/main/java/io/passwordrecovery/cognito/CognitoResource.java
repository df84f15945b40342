// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.web.CrossOrigin;
import io.passwordrecovery.web.StrictJson;

/** One address, any operation: the target header says which. Whatever is sent, the answer is JSON. */
public final class CognitoResource {
    private static final Logger LOG = Logger.getLogger(CognitoResource.class);

    // Every path and method, since RESTEasy's own 404 and 405 may be HTML.
    private static final String ANYWHERE = "{path:.*}";

    private static final String TARGET = "x-amz-target";
    private static final Pattern PARAMETERS = Pattern.compile(";.*");
    private static final String EXPOSED_HEADERS = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final HttpHeaders headers;
    private final CrossOrigin crossOrigin;

    CognitoResource(KeycloakSession session, PasswordRecoveryProvider provider) {
        this.session = session;
        this.provider = provider;
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
        this.crossOrigin = new CrossOrigin(headers, EXPOSED_HEADERS);
    }

    /** Does an operation. */
    @POST
    @Path(ANYWHERE)
    public Response post(@PathParam("path") String path, InputStream body) {
        return answer(() -> isHere(path) ? operation(body) : nothingThere());
    }

    /** The browser's question whether a page of another origin may call. */
    @OPTIONS
    @Path(ANYWHERE)
    public Response preflight() {
        return crossOrigin.preflight();
    }

    /** Refuses: operations are posted. */
    @GET
    @Path(ANYWHERE)
    public Response get(@PathParam("path") String path) {
        return otherMethod(path);
    }

    /** Refuses: operations are posted. */
    @PUT
    @Path(ANYWHERE)
    public Response put(@PathParam("path") String path) {
        return otherMethod(path);
    }

    /** Refuses: operations are posted. */
    @PATCH
    @Path(ANYWHERE)
    public Response patch(@PathParam("path") String path) {
        return otherMethod(path);
    }

    /** Refuses: operations are posted. */
    @DELETE
    @Path(ANYWHERE)
    public Response delete(@PathParam("path") String path) {
        return otherMethod(path);
    }

    private Response otherMethod(String path) {
        Response refused = answer(() -> isHere(path)
                ? CognitoError.UnknownOperationException.because("Operations are posted.")
                        .withStatus(405)
                : nothingThere());
        return Response.fromResponse(refused)
                .header(HttpHeaders.ALLOW, "POST, OPTIONS")
                .build();
    }

    private static CognitoAnswer nothingThere() {
        return CognitoError.UnknownOperationException.because("There is nothing at this address.")
                .withStatus(404);
    }

    private Response answer(Supplier<CognitoAnswer> call) {
        Call asked = new Call(Call.Door.COGNITO, CognitoAction.operation(headers.getHeaderString(TARGET)));
        CognitoAnswer answer = provider.calls().observe(asked, () -> guarded(call), CognitoAnswer::outcome);
        return crossOrigin.decorate(answer.toResponse());
    }

    private CognitoAnswer guarded(Supplier<CognitoAnswer> call) {
        try {
            return switch (provider.realmSwitches().access()) {
                case REALM_DISABLED -> CognitoError.AccessDeniedException.because("This realm is disabled.");
                case HTTPS_REQUIRED -> CognitoError.AccessDeniedException.because("This realm requires HTTPS.");
                case OPEN -> provider.isReady() ? call.get() : unavailable();
            };
        } catch (CognitoRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException fault) {
            // Keycloak's own handler might answer in HTML, which reaches an Amplify user as a SyntaxError.
            session.getTransactionManager().setRollbackOnly();
            if (Outage.isBehind(fault)) {
                LOG.warn("A call of the cognito resource could not be done: the database or a cache is away", fault);
                return unavailable();
            }
            LOG.error("A call of the cognito resource failed", fault);
            return CognitoError.InternalErrorException.because("Something went wrong. Please try again later.");
        }
    }

    private static CognitoAnswer unavailable() {
        return CognitoError.ServiceUnavailable.because("Service is not available at the moment.");
    }

    private CognitoAnswer operation(InputStream body) {
        String type = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        // Parameters such as charset do not matter: JSON is UTF-8 (RFC 8259, section 8.1).
        if (!PARAMETERS.matcher(type).replaceFirst("").strip().equalsIgnoreCase(CognitoAnswer.TYPE)) {
            return CognitoError.UnsupportedMediaTypeException.because(
                    "The content type must be " + CognitoAnswer.TYPE + ".");
        }
        CognitoAction action = CognitoAction.named(headers.getHeaderString(TARGET));
        if (action.isForForgotten() && !provider.realmSwitches().isForgotPasswordOn()) {
            // As a user pool says it whose account recovery is admin_only.
            return CognitoError.NotAuthorizedException.because("Contact administrator to reset password.");
        }
        return new CognitoCall(session, provider, headers, this::admitPagesOf).answer(action, body(body));
    }

    private void admitPagesOf(String clientId) {
        if (!crossOrigin.isAdmitted(provider.webOrigins().of(clientId))) {
            throw new CognitoRefusal(
                    CognitoError.AccessDeniedException, "The app client does not list this web origin.");
        }
    }

    // Amplify calls the configured address as it is, the AWS SDKs put a slash behind it.
    private static boolean isHere(String path) {
        return path.isEmpty() || path.equals("/");
    }

    private static CognitoBody body(InputStream body) {
        try {
            byte[] octets = StrictJson.octets(body);
            ObjectNode object = StrictJson.object(octets);
            return new CognitoBody(object);
        } catch (StrictJson.TooLargeException e) {
            throw new CognitoRefusal(CognitoError.SerializationException, "The body is too large.");
        } catch (StrictJson.MalformedException e) {
            throw new CognitoRefusal(CognitoError.SerializationException, e.complaint());
        }
    }
}
