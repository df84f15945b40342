// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Password;
import io.passwordrecovery.recovery.Confirmation;

/** Runs in the server, among the product's classes: what tests must do there. */
public final class ServerSideResource {
    private final KeycloakSession session;

    ServerSideResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("store")
    public ServerSideStore store() {
        return new ServerSideStore(session);
    }

    /** Confirms, and then breaks down: the request's transaction is rolled back after the core has done its work. */
    @POST
    @Path("failing-confirmation")
    public Response confirmAndFail(
            @QueryParam("username") String username,
            @QueryParam("code") String code,
            @QueryParam("password") String password) {
        PasswordRecoveryProvider provider = session.getProvider(PasswordRecoveryProvider.class);
        provider.recovery()
                .confirm(new Confirmation(
                        new Identifier(username),
                        ResetCode.typed(code),
                        new Password(password),
                        new Caller("app", "127.0.0.1")));
        throw new IllegalStateException("a fault that the test asked for");
    }
}
