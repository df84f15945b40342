// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.cognito;

import java.io.InputStream;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.web.CrossOrigin;
import io.passwordrecovery.web.StrictJson;

/** One address, any operation: the target header says which. Whatever is sent, the answer is JSON. */
public final class CognitoResource {
    private static final Logger LOG = Logger.getLogger(CognitoResource.class);

    private static final String EXPOSED_HEADERS = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final HttpHeaders headers;
    private final CrossOrigin crossOrigin;

    CognitoResource(KeycloakSession session, PasswordRecoveryProvider provider) {
        this.session = session;
        this.provider = provider;
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
        this.crossOrigin = new CrossOrigin(headers, provider.webOrigins()::isAllowed, EXPOSED_HEADERS);
    }

    /** Does an operation. */
    @POST
    @Path("{slash:/?}")
    public Response call(InputStream body) {
        CognitoAnswer answer = crossOrigin.isAllowed()
                ? guarded(body)
                : CognitoError.AccessDeniedException.because("No client of this realm lists this web origin.");
        return crossOrigin.decorate(answer.toResponse());
    }

    /** The browser's question whether a page of another origin may call. */
    @OPTIONS
    @Path("{slash:/?}")
    public Response preflight() {
        return crossOrigin.preflight();
    }

    private CognitoAnswer guarded(InputStream body) {
        try {
            CognitoAction action = CognitoAction.named(headers.getHeaderString("x-amz-target"));
            CognitoBody json = body(body);
            return new CognitoCall(session, provider, headers).answer(action, json);
        } catch (CognitoRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException fault) {
            // Keycloak's own handler might answer in HTML, which reaches an Amplify user as a SyntaxError.
            session.getTransactionManager().setRollbackOnly();
            LOG.error("A call of the cognito resource failed", fault);
            return CognitoError.InternalErrorException.because("Something went wrong. Please try again later.");
        }
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
