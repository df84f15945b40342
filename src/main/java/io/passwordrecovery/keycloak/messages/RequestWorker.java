// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.delivery.Message.CodeMessage;

/** Finds out who an accepted request is about, in a Keycloak session of its own, and issues the code. */
final class RequestWorker {
    private static final Logger LOG = Logger.getLogger(KeycloakDeliverer.class);

    private final KeycloakSessionFactory factory;
    private final DeliveryCore core;

    RequestWorker(KeycloakSessionFactory factory, DeliveryCore core) {
        this.factory = factory;
        this.core = core;
    }

    /** Returns the message that comes of it; empty where nobody is written to. */
    Optional<QueuedMessage> workOff(QueuedRequest queued) {
        AtomicReference<@Nullable Optional<CodeMessage>> issued = new AtomicReference<>();
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> issued.set(issue(session, queued)));
        } catch (RuntimeException e) {
            // A code that was issued is counted and stored; only its event can fail to be committed.
            if (issued.get() == null) {
                throw e;
            }
            LOG.errorf(
                    e,
                    "Realm %s: the event of a code could not be kept",
                    queued.origin().realmName());
        }
        Optional<CodeMessage> message = issued.get();
        return message == null ? Optional.empty() : message.map(code -> QueuedMessage.of(queued.origin(), code));
    }

    private Optional<CodeMessage> issue(KeycloakSession session, QueuedRequest queued) {
        RealmModel realm = session.realms().getRealm(queued.owner());
        // Deleted while the request waited.
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setHttpRequest(new RememberedRequest(queued.origin()));
        session.getContext().setRealm(realm);
        return core.issuing(session).issue(queued.accepted());
    }
}
