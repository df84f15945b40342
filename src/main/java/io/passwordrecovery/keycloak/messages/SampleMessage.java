// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Duration;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeReference;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/**
 * The message that users get, with a code of zeros that nobody has issued: as it leaves this server, template, sender
 * and gateway included. Sent at once, and once.
 */
public final class SampleMessage {
    private final KeycloakSession session;
    private final RecoverySettings settings;

    public SampleMessage(KeycloakSession session, RecoverySettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** @throws DeliveryException with what the mail server or gateway said: no address, no code, no secret */
    public void send(UserModel reader, Destination destination, String clientId) throws DeliveryException {
        RealmModel realm = session.getContext().getRealm();
        QueuedMessage message = QueuedMessage.of(Origin.of(session, realm), sample(reader, destination, clientId));
        MessageSender.send(session, reader, message);
    }

    private CodeMessage sample(UserModel reader, Destination destination, String clientId) {
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        return new CodeMessage(
                reader.getId(),
                destination,
                new ResetCode("0".repeat(settings.get(RecoveryOptions.CODE_LENGTH))),
                new CodeReference(LimitKey.tester(reader.getId()), "sample"),
                CodePurpose.RESET_PASSWORD,
                lifetime,
                new KeycloakClock().instant().plus(lifetime),
                clientId,
                "");
    }
}
