// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.admin;

import java.util.function.Function;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.observation.CallOutcome;

/** What every call has: whom it is about, who calls, and what is noted of it. */
record AdminCall(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
    /** What work returns that there is nothing to say of. */
    static final Object NOTHING = "";

    /** Answers with what the work returns as JSON, {@link #NOTHING} being 204, or with the refusal that it ends in. */
    Response answer(Operation operation, Function<PasswordRecoveryProvider, Object> work) {
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        return provider.calls()
                .observe(new Call(Call.Door.ADMIN, operation), () -> answer(provider, work), AdminCall::outcome);
    }

    private static Response answer(PasswordRecoveryProvider provider, Function<PasswordRecoveryProvider, Object> work) {
        try {
            Object result = work.apply(provider);
            return NOTHING.equals(result)
                    ? Response.noContent().build()
                    : Response.ok(result, MediaType.APPLICATION_JSON_TYPE)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
        } catch (AdminRefusal refusal) {
            return refusal.response();
        }
    }

    /** The same where the server MUST let the plugin keep its rules. */
    Response answerIfReady(Operation operation, Function<PasswordRecoveryProvider, Object> work) {
        return answer(operation, provider -> {
            if (!provider.isReady()) {
                throw AdminRefusal.unavailable();
            }
            return work.apply(provider);
        });
    }

    // What AdminRefusal answers; who lacks the role is sent away before anything is observed.
    private static CallOutcome outcome(Response answer) {
        return switch (answer.getStatus()) {
            case 200, 204 -> CallOutcome.OK;
            case 429 -> CallOutcome.LIMITED;
            case 503 -> CallOutcome.UNAVAILABLE;
            default -> CallOutcome.INVALID;
        };
    }

    /** The administrator, as somebody who asks for codes; in the name of the token's client. */
    Caller caller() {
        return caller(auth.adminAuth().getClient().getClientId());
    }

    Caller caller(String clientId) {
        return new Caller(clientId, session.getContext().getConnection().getRemoteAddr());
    }

    /**
     * Notes what was done.
     *
     * @param resource beside Keycloak's own types
     */
    void note(OperationType operation, String resource, Object representation, String... path) {
        adminEvent
                .operation(operation)
                .resource(resource)
                .resourcePath(path)
                .representation(representation)
                .success();
    }
}
