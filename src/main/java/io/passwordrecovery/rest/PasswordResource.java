// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.rest;

import java.io.InputStream;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.web.OpenApi;

/**
 * The calls of {@code /realms/{realm}/password}: each parses, calls the core and translates. Bodies are read by hand, so
 * that whatever is sent gets an answer in {@code application/problem+json}.
 */
public final class PasswordResource {
    private final KeycloakSession session;
    private final PasswordRecoveryProvider provider;
    private final RestCall call;
    private final Answers answers;

    PasswordResource(KeycloakSession session, PasswordRecoveryProvider provider) {
        this.session = session;
        this.provider = provider;
        this.answers =
                new Answers(provider.texts(), session.getContext().getRealm().getName());
        this.call = new RestCall(session, provider, answers);
    }

    /** Amplify's {@code resetPassword}. */
    @POST
    @Path("reset")
    public Response reset(InputStream body) {
        return call.answerForgotten(Operation.RESET, () -> {
            RequestBody json = call.body(body);
            Caller caller = caller(json);
            return answers.to(provider.recovery().request(RecoveryJson.resetRequest(json, caller)));
        });
    }

    /** Amplify's {@code confirmResetPassword}. */
    @POST
    @Path("reset/confirm")
    public Response confirm(InputStream body) {
        return call.answerForgotten(Operation.CONFIRM, () -> {
            RequestBody json = call.body(body);
            Caller caller = caller(json);
            return answers.to(provider.recovery().confirm(RecoveryJson.confirmation(json, caller)));
        });
    }

    /** Amplify's {@code updatePassword}. */
    @POST
    @Path("update")
    public Response update(InputStream body) {
        return call.answer(Operation.UPDATE, () -> {
            SignedInUser user = call.signedIn().user();
            return answers.to(provider.update().update(RecoveryJson.passwordChange(call.body(body), user)));
        });
    }

    /** Amplify's {@code sendUserAttributeVerificationCode}. */
    @POST
    @Path("verify")
    public Response verify(InputStream body) {
        return new VerificationCalls(provider, call, answers).send(body);
    }

    /** Amplify's {@code confirmUserAttribute}. */
    @POST
    @Path("verify/confirm")
    public Response confirmVerification(InputStream body) {
        return new VerificationCalls(provider, call, answers).confirm(body);
    }

    /** What a new password must be like. */
    @GET
    @Path("policy")
    public Response policy() {
        return call.answer(
                Operation.POLICY,
                () -> answers.json(
                        new RecoveryJson.Policy(provider.policyRules().rules())));
    }

    /** What all of this looks like to a machine. */
    @GET
    @Path("openapi.json")
    public Response openApi() {
        return call.answer(
                Operation.OPENAPI,
                () -> answers.json(OpenApi.of(
                        PasswordResource.class,
                        session.getContext()
                                .getUri()
                                .getBaseUriBuilder()
                                .path("realms/{realm}/password")
                                .build(session.getContext().getRealm().getName()))));
    }

    /** The browser's question whether a page of another origin may call. */
    @OPTIONS
    @Path("{call:.*}")
    public Response preflight() {
        return call.preflight();
    }

    private ClientModel client(RequestBody json) {
        ClientModel client = provider.clients()
                .find(json.text("clientId"))
                .orElseThrow(() -> Problem.invalidParameter("clientId names no client that may ask here"));
        call.admitPagesOf(client.getClientId());
        if (!provider.clients().isAuthenticated(client)) {
            throw Problem.invalidClient();
        }
        return client;
    }

    private Caller caller(RequestBody json) {
        ClientModel client = client(json);
        Caller caller = new Caller(
                client.getClientId(), session.getContext().getConnection().getRemoteAddr());
        return RecoveryJson.userAddress(json)
                .map(user -> {
                    if (client.isPublicClient()) {
                        throw Problem.userAddressFromPublicClient();
                    }
                    return caller.onBehalfOf(user);
                })
                .orElse(caller);
    }
}
