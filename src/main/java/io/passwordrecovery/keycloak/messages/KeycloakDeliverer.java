// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

import io.passwordrecovery.delivery.Deliverer;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.GivenUp;
import io.passwordrecovery.keycloak.audit.DayFigures;
import io.passwordrecovery.keycloak.audit.DeliveryEvents;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics.Kind;
import io.passwordrecovery.keycloak.audit.DeliveryMetrics.Outcome;
import io.passwordrecovery.keycloak.realm.KeycloakClock;

/** Works off what the queue holds, and says what becomes of it: in the log, in metrics and, where it is lost, in events. */
public final class KeycloakDeliverer implements Deliverer<Queued> {
    private final RequestWorker requests;
    private final MessageSender messages;
    private final DeliveryMetrics metrics = new DeliveryMetrics();
    private final DayFigures figures;
    private final DeliveryEvents events;
    private final DeliveryLog log = new DeliveryLog(new KeycloakClock());

    /** @param core for the session of a look-up, and of a message */
    public KeycloakDeliverer(KeycloakSessionFactory factory, DeliveryCore core, DayFigures figures) {
        this.figures = figures;
        this.requests = new RequestWorker(factory, core);
        this.messages = new MessageSender(factory, core);
        this.events = new DeliveryEvents(factory);
    }

    @Override
    public Optional<Queued> deliver(Queued queued) throws DeliveryException {
        try {
            if (queued instanceof QueuedRequest request) {
                return requests.workOff(request).map(message -> message);
            }
            boolean sent = messages.send((QueuedMessage) queued);
            count(queued, sent ? Outcome.DELIVERED : Outcome.SUPERSEDED);
            return Optional.empty();
        } catch (DeliveryException e) {
            throw failed(queued, e);
        } catch (RuntimeException e) {
            // A database that is away, above all: it comes back.
            throw failed(queued, DeliveryException.temporary(e.getClass().getSimpleName(), e));
        }
    }

    @Override
    public void gaveUp(Queued queued, GivenUp why, @Nullable Throwable lastFailure) {
        count(queued, Outcome.of(why));
        if (why == GivenUp.REPLACED) {
            return;
        }
        log.gaveUp(queued, why, lastFailure);
        try {
            if (queued instanceof QueuedRequest request) {
                events.notWorkedOff(queued.owner(), request.accepted().request(), why);
            } else {
                events.notDelivered(queued.owner(), ((QueuedMessage) queued).message(), why);
            }
        } catch (RuntimeException e) {
            log.eventLost(queued, e);
        }
    }

    private DeliveryException failed(Queued queued, DeliveryException reason) {
        count(queued, Outcome.FAILED);
        log.failed(queued, reason);
        return reason;
    }

    private void count(Queued queued, Outcome outcome) {
        metrics.count(kind(queued), outcome, queued.origin().realmName());
        figures.count(queued.owner(), outcome);
    }

    private static Kind kind(Queued queued) {
        return queued instanceof QueuedMessage message ? Kind.of(message.message()) : Kind.REQUEST;
    }
}
