// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login;

import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.limits.BrowserPage;
import io.passwordrecovery.limits.Origin;

/** Where a login comes from. */
final class BrowserOrigin {
    private BrowserOrigin() {}

    /** All tabs of a browser share the parent of their logins: a code that one asked for, another may take. */
    static Origin of(KeycloakSession session, AuthenticationSessionModel login) {
        BrowserPage page = new BrowserPage(login.getParentSession().getId(), CodePageLink.to(session, login));
        return new Origin(
                login.getClient().getClientId(),
                session.getContext().getConnection().getRemoteAddr(),
                page);
    }
}
