// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import java.util.Optional;
import java.util.function.Supplier;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keycloak.Outage;
import io.passwordrecovery.keycloak.PasswordRecoveryProvider;

/** What is shown in the place of a page while the server cannot do its part. */
public final class UnavailablePage {
    private static final Logger LOG = Logger.getLogger(UnavailablePage.class);

    private UnavailablePage() {}

    /** Does the page's work, unless the server cannot: then nothing is done, and this page is returned. */
    public static Optional<Response> unless(KeycloakSession session, Supplier<LoginFormsProvider> form, Runnable work) {
        if (!session.getProvider(PasswordRecoveryProvider.class).isReady()) {
            return Optional.of(page(form.get()));
        }
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException fault) {
            if (!Outage.isBehind(fault)) {
                throw fault;
            }
            session.getTransactionManager().setRollbackOnly();
            LOG.warn("A page could not be shown: the database or a cache is away", fault);
            return Optional.of(page(form.get()));
        }
    }

    private static Response page(LoginFormsProvider form) {
        Response page = form.setError(ResetCodeForm.BUSY).createErrorPage(Response.Status.SERVICE_UNAVAILABLE);
        return Response.fromResponse(page)
                .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER.toSeconds())
                .build();
    }
}
