// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.net.URI;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.Message.CodeMessage;

/**
 * The application's own page for codes that its API asks for: the client attribute {@value #ATTRIBUTE}.
 *
 * @param name of the application
 * @param page where it says that it is, and may be: one of the client's redirect URIs
 */
record ApplicationPage(String name, URI page) {
    static final String ATTRIBUTE = "password-recovery.reset-url";

    private static final Logger LOG = Logger.getLogger(ApplicationPage.class);

    /** Empty where a page of this server asked for the code, or the client names none, or one that it may not use. */
    static Optional<ApplicationPage> of(KeycloakSession session, CodeMessage message) {
        return message.purpose() == CodePurpose.RESET_PASSWORD && message.link().isEmpty()
                ? of(session, message.clientId())
                : Optional.empty();
    }

    private static Optional<ApplicationPage> of(KeycloakSession session, String clientId) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = session.clients().getClientByClientId(realm, clientId);
        String wanted = client == null ? null : client.getAttribute(ATTRIBUTE);
        if (client == null || wanted == null || wanted.isBlank()) {
            return Optional.empty();
        }
        String allowed = RedirectUtils.verifyRedirectUri(session, wanted, client);
        if (allowed == null || URI.create(allowed).getHost() == null) {
            LOG.debugf("Realm %s: %s of client %s is no redirect URI of it", realm.getName(), ATTRIBUTE, clientId);
            return Optional.empty();
        }
        String name = client.getName() == null || client.getName().isBlank() ? clientId : client.getName();
        return Optional.of(new ApplicationPage(name, URI.create(allowed)));
    }
}
