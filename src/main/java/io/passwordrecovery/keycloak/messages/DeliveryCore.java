// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.code.Codes;
import io.passwordrecovery.recovery.IssueResetCode;

/** What the queue's threads need of the core, built for a session of theirs, whose realm is set. */
public interface DeliveryCore {
    IssueResetCode issuing(KeycloakSession session);

    Codes codes(KeycloakSession session);
}
