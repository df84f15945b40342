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

    void failed(QueuedMessage queued, DeliveryException reason) {
        LOG.debugf("A message to user %s was not accepted: %s", queued.message().accountId(), reason.getMessage());
        tally(queued, 1, 0, String.valueOf(reason.getMessage()));
    }

    void gaveUp(QueuedMessage queued, GivenUp why, @Nullable Throwable lastFailure) {
        LOG.debugf("Gave up a message to user %s: %s", queued.message().accountId(), why);
        if (lastFailure != null && !(lastFailure instanceof DeliveryException)) {
            LOG.errorf(
                    lastFailure,
                    "A message to user %s cannot be sent",
                    queued.message().accountId());
        }
        tally(queued, 0, 1, why.name());
    }

    void eventLost(QueuedMessage queued, RuntimeException reason) {
        LOG.warnf(
                reason,
                "Realm %s: no event could be stored of a message to user %s that was not delivered",
                queued.origin().realmName(),
                queued.message().accountId());
    }

    private void tally(QueuedMessage queued, int failed, int givenUp, String last) {
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
