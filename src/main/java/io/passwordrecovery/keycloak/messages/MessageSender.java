// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics.Kind;
import io.passwordrecovery.keycloak.audit.RecoverySpan;

/** Sends a message, in a Keycloak session of its own. */
final class MessageSender {
    private final KeycloakSessionFactory factory;
    private final DeliveryCore core;

    MessageSender(KeycloakSessionFactory factory, DeliveryCore core) {
        this.factory = factory;
        this.core = core;
    }

    /** Returns false where there is nobody to send it to, or no use in it, any more. */
    boolean send(QueuedMessage queued) throws DeliveryException {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> send(session, queued));
        } catch (Undelivered e) {
            throw e.reason();
        }
    }

    private boolean send(KeycloakSession session, QueuedMessage queued) {
        RealmModel realm = session.realms().getRealm(queued.owner());
        // Nobody to write to any more: deleted while the message waited.
        if (realm == null) {
            return false;
        }
        session.getContext().setHttpRequest(new RememberedRequest(queued.origin()));
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, queued.message().accountId());
        if (user == null || isSuperseded(session, queued.message())) {
            return false;
        }
        return watched(session, user, queued);
    }

    private static boolean watched(KeycloakSession session, UserModel user, QueuedMessage queued) {
        Kind kind = Kind.of(queued.message());
        try (RecoverySpan span = RecoverySpan.start(
                        session, "deliver", queued.origin().span())
                .with("message", kind.message())
                .with("medium", kind.medium())) {
            try {
                send(session, user, queued);
                return true;
            } catch (DeliveryException e) {
                span.failed(e);
                throw new Undelivered(e);
            } catch (RuntimeException e) {
                span.failed(e);
                throw e;
            }
        }
    }

    static void send(KeycloakSession session, UserModel user, QueuedMessage queued) throws DeliveryException {
        if (queued.message() instanceof CodeMessage code) {
            switch (code.destination().medium()) {
                case EMAIL -> new RecoveryMail(session, user, queued.origin()).send(code);
                case SMS -> new RecoverySms(session, user, queued).send(code);
            }
        } else if (queued.message() instanceof ChangeNotice notice) {
            switch (notice.destination().medium()) {
                case EMAIL -> new RecoveryMail(session, user, queued.origin()).send(notice);
                case SMS -> new RecoverySms(session, user, queued).send(notice);
            }
        }
    }

    // A code that no longer matches would be the newest mail in the box, and mislead its reader.
    private boolean isSuperseded(KeycloakSession session, Message message) {
        return message instanceof CodeMessage code && !core.codes(session).isLive(code.reference());
    }

    /** Carries the checked exception out of Keycloak's transaction, which rolls back for it. */
    private static final class Undelivered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final DeliveryException reason;

        Undelivered(DeliveryException reason) {
            super(reason);
            this.reason = reason;
        }

        DeliveryException reason() {
            return reason;
        }
    }
}
