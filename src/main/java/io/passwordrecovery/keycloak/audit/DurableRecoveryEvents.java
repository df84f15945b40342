// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.util.Optional;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.recovery.NotSent;
import io.passwordrecovery.recovery.RecoveryEvents;
import io.passwordrecovery.recovery.RefusalReason;

/**
 * Keeps the event of a reset in a transaction of its own, as the password was set in one: whatever becomes of the request,
 * the event tells what was done. A fault there is logged; the rest is the request's.
 */
public final class DurableRecoveryEvents implements RecoveryEvents {
    private static final Logger LOG = Logger.getLogger(DurableRecoveryEvents.class);

    private final KeycloakSession session;
    private final DayFigures figures;
    private final RecoveryEvents events;

    public DurableRecoveryEvents(KeycloakSession session, DayFigures figures) {
        this.session = session;
        this.figures = figures;
        this.events = of(session, figures);
    }

    private static RecoveryEvents of(KeycloakSession session, DayFigures figures) {
        return new KeycloakRecoveryEvents(
                new UserEvents(session, session.getContext().getRealm(), figures));
    }

    @Override
    public void passwordReset(String accountId, Destination destination, Caller caller) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> of(own, figures).passwordReset(accountId, destination, caller));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The password of user %s was reset, and the event could not be kept", accountId);
        }
    }

    @Override
    public void codeSent(String accountId, CodeDelivery delivery, Caller caller) {
        events.codeSent(accountId, delivery, caller);
    }

    @Override
    public void codeNotSent(Identifier name, NotSent why, Caller caller) {
        events.codeNotSent(name, why, caller);
    }

    @Override
    public void smsCapped(String accountId, SmsCap cap, Caller caller) {
        events.smsCapped(accountId, cap, caller);
    }

    @Override
    public void requestThrottled(Identifier name, Caller caller) {
        events.requestThrottled(name, caller);
    }

    @Override
    public void ownershipProven(String accountId, Destination destination, Caller caller) {
        events.ownershipProven(accountId, destination, caller);
    }

    @Override
    public void confirmRefused(Identifier name, Optional<String> accountId, RefusalReason reason, Caller caller) {
        events.confirmRefused(name, accountId, reason, caller);
    }
}
