// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.GivenUp;

/** What becomes of messages, in the server's log: one WARN a realm and minute, whatever its mail server does. */
final class DeliveryLog {
    private static final Logger LOG = Logger.getLogger(KeycloakDeliverer.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

    DeliveryLog(Clock clock) {
        this.clock = clock;
    }

    void failed(Queued queued, DeliveryException reason) {
        LOG.debugf("A message to %s was not accepted: %s", whom(queued), reason.getMessage());
        tally(queued, 1, 0, String.valueOf(reason.getMessage()));
    }

    void gaveUp(Queued queued, GivenUp why, @Nullable Throwable lastFailure) {
        LOG.debugf("Gave up a message to %s: %s", whom(queued), why);
        if (lastFailure != null && !(lastFailure instanceof DeliveryException)) {
            LOG.errorf(lastFailure, "A message to %s cannot be sent", whom(queued));
        }
        tally(queued, 0, 1, why.name());
    }

    void eventLost(Queued queued, RuntimeException reason) {
        LOG.warnf(
                reason,
                "Realm %s: no event could be stored of a message to %s that was not delivered",
                queued.origin().realmName(),
                whom(queued));
    }

    // A request says what somebody typed; who that is, nobody has looked yet.
    private static String whom(Queued queued) {
        return queued instanceof QueuedMessage message
                ? "user " + message.message().accountId()
                : "whoever a request is about";
    }

    private void tally(Queued queued, int failed, int givenUp, String last) {
        tallies.compute(queued.owner(), (realmId, known) -> {
            Tally tally = (known == null ? Tally.NONE : known).plus(failed, givenUp);
            Instant now = clock.instant();
            if (now.isBefore(tally.quietUntil())) {
                return tally;
            }
            LOG.warnf(
                    "Realm %s: %d tries to deliver a message failed and %d messages were given up since the last such line; last reason: %s",
                    queued.origin().realmName(), tally.failed(), tally.givenUp(), last);
            return new Tally(now.plus(QUIET), 0, 0);
        });
    }

    private record Tally(Instant quietUntil, int failed, int givenUp) {
        static final Tally NONE = new Tally(Instant.MIN, 0, 0);

        Tally plus(int moreFailed, int moreGivenUp) {
            return new Tally(quietUntil, failed + moreFailed, givenUp + moreGivenUp);
        }
    }
}
