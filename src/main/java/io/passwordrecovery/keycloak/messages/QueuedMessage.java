// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;

/**
 * A message with what the request knew and the delivering thread does not.
 *
 * @param id the same for every try
 */
public record QueuedMessage(String id, Origin origin, Message message) implements Queued {
    // A notice is worth an hour, and no more than a few tries.
    private static final List<Duration> PAUSES_OF_NOTICES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(30));

    static QueuedMessage of(Origin origin, Message message) {
        return new QueuedMessage(UUID.randomUUID().toString(), origin, message);
    }

    // A realm's mail server holds up none of its text messages.
    @Override
    public String route() {
        return owner() + " " + message.destination().medium();
    }

    @Override
    public Optional<String> noticeFor() {
        return message instanceof ChangeNotice notice ? Optional.of(notice.accountId()) : Optional.empty();
    }

    // Whether it comes of a request that was held, or of something that its caller is told of: there is nothing to
    // hide.
    @Override
    public Duration headStart() {
        return Duration.ZERO;
    }

    @Override
    public Instant expiresAt() {
        return message.expiresAt();
    }

    @Override
    public Optional<Duration> pauseAfter(int failures) {
        if (message instanceof ChangeNotice) {
            return failures <= PAUSES_OF_NOTICES.size()
                    ? Optional.of(PAUSES_OF_NOTICES.get(failures - 1))
                    : Optional.empty();
        }
        return Queued.awaited(failures);
    }
}
