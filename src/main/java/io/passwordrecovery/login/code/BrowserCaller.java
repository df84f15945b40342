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
        return of(session, login, CodePageLink.to(session, login));
    }

    /** On a page that no message's link leads back to. */
    public static Caller withoutLink(KeycloakSession session, AuthenticationSessionModel login) {
        return of(session, login, "");
    }

    private static Caller of(KeycloakSession session, AuthenticationSessionModel login, String link) {
        return new Caller(
                login.getClient().getClientId(),
                session.getContext().getConnection().getRemoteAddr(),
                new BrowserPage(login.getParentSession().getId(), link));
    }
}
