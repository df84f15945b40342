// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.code;

import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The link in the mail, back to the page that the code is entered on. It names the page and proves nothing. */
final class CodePageLink {
    /** Also the path of the realm resource that it leads to. */
    static final String RESOURCE = "reset-code";

    private CodePageLink() {}

    static String to(KeycloakSession session, AuthenticationSessionModel login) {
        return UriBuilder.fromUri(session.getContext().getUri().getBaseUri())
                .path("realms/{realm}")
                .path(RESOURCE)
                .queryParam(Constants.CLIENT_ID, "{client}")
                .queryParam(Constants.TAB_ID, "{tab}")
                .build(
                        session.getContext().getRealm().getName(),
                        login.getClient().getClientId(),
                        login.getTabId())
                .toString();
    }
}
