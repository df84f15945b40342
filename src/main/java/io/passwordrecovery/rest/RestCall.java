// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.InputStream;
import java.util.function.Supplier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.keycloak.callers.AccessTokenCheck;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.web.CrossOrigin;

/** What is the same for every call: the web origin, the body, and that there is always an answer. */
final class RestCall {
    private static final Logger LOG = Logger.getLogger(RestCall.class);

    private static final String EXPOSED_HEADERS = "Retry-After, WWW-Authenticate, Content-Language";

    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final CrossOrigin crossOrigin;
    private final Answers answers;

    RestCall(KeycloakSession session, PasswordRecoveryProvider provider, Answers answers) {
        this.session = session;
        this.provider = provider;
        this.crossOrigin = new CrossOrigin(session.getContext().getHttpRequest().getHttpHeaders(), EXPOSED_HEADERS);
        this.answers = answers;
    }

    /** Runs the call. */
    Response answer(Operation operation, Supplier<Response> call) {
        Response answer =
                provider.calls().observe(new Call(Call.Door.REST, operation), () -> guarded(call), Answers::outcome);
        return crossOrigin.decorate(Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    /** Runs a call for somebody who has forgotten the password, where the realm helps such users. */
    Response answerForgotten(Operation operation, Supplier<Response> call) {
        return answer(operation, () -> {
            if (!provider.realmSwitches().isForgotPasswordOn()) {
                throw Problem.forgotPasswordIsOff();
            }
            return call.get();
        });
    }

    Response preflight() {
        return crossOrigin.preflight();
    }

    /** @throws Problem for a page of an origin that this client does not list */
    void admitPagesOf(String clientId) {
        if (!crossOrigin.isAdmitted(provider.webOrigins().of(clientId))) {
            throw Problem.originNotAllowed();
        }
    }

    /**
     * Who is signed in.
     *
     * @throws Problem where nobody is, or a page of another origin calls
     */
    AccessTokenCheck.Result.Accepted signedIn() {
        AccessTokenCheck.Result check =
                provider.accessTokens().check(BearerToken.of(headers()).value());
        if (check instanceof AccessTokenCheck.Result.Accepted accepted) {
            admitPagesOf(accepted.user().caller().clientId());
            return accepted;
        }
        throw check instanceof AccessTokenCheck.Result.Insufficient
                ? Problem.insufficientToken()
                : Problem.invalidToken();
    }

    RequestBody body(InputStream body) {
        return RequestBody.read(headers().getMediaType(), body);
    }

    private Response guarded(Supplier<Response> call) {
        try {
            return switch (provider.realmSwitches().access()) {
                case REALM_DISABLED -> answers.to(Problem.realmIsDisabled());
                case HTTPS_REQUIRED -> answers.to(Problem.httpsRequired());
                case OPEN -> provider.isReady() ? call.get() : answers.unavailable();
            };
        } catch (Problem problem) {
            return answers.to(problem);
        } catch (RuntimeException fault) {
            if (Outage.isBehind(fault)) {
                session.getTransactionManager().setRollbackOnly();
                LOG.warn("A call of the password resource could not be done: the database or a cache is away", fault);
                return answers.unavailable();
            }
            // A fault, not a refusal: logged with its cause, told without; Keycloak's own handler might answer in HTML.
            session.getTransactionManager().setRollbackOnly();
            LOG.error("A call of the password resource failed", fault);
            return answers.fault();
        }
    }

    private HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }
}
