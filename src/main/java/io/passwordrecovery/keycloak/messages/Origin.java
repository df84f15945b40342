// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.net.URI;

import io.opentelemetry.api.trace.SpanContext;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keycloak.audit.RecoverySpan;

/**
 * The request that something in the queue comes from: what the delivering thread would not know.
 *
 * @param realmName for the log
 * @param languageTag for users without a language of their own, as in BCP 47
 * @param baseUri of the server, as the request reached it
 * @param span what traces know the request by
 */
record Origin(String realmId, String realmName, String languageTag, URI baseUri, SpanContext span) {
    static Origin of(KeycloakSession session, RealmModel realm) {
        KeycloakContext context = session.getContext();
        return new Origin(
                realm.getId(),
                realm.getName(),
                context.resolveLocale(null).toLanguageTag(),
                context.getHttpRequest().getUri().getBaseUri(),
                RecoverySpan.current(session));
    }
}
