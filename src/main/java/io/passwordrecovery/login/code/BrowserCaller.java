// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.limits.BrowserPage;
import io.passwordrecovery.limits.Caller;

/** Where a login comes from. */
public final class BrowserCaller {
    private BrowserCaller() {}

    /** All tabs of a browser share the parent of their logins: a code that one asked for, another may take. */
    public static Caller of(KeycloakSession session, AuthenticationSessionModel login) {
        BrowserPage page = new BrowserPage(login.getParentSession().getId(), CodePageLink.to(session, login));
        return new Caller(
                login.getClient().getClientId(),
                session.getContext().getConnection().getRemoteAddr(),
                page);
    }
}
