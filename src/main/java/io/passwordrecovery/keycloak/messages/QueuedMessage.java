// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.passwordrecovery.delivery.Delivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;

/**
 * A message with what the request knew and the delivering thread does not.
 *
 * @param id the same for every try
 */
public record QueuedMessage(String id, Origin origin, Message message) implements Delivery {
    // A code is awaited: its first tries come quickly.
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    // A notice is worth an hour, and no more than a few tries.
    private static final List<Duration> PAUSES_OF_NOTICES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(30));

    /**
     * The request that a message comes from.
     *
     * @param realmName for the log
     * @param languageTag for users without a language of their own, as in BCP 47
     * @param baseUri of the server, as the request reached it
     */
    record Origin(String realmId, String realmName, String languageTag, URI baseUri) {}

    static QueuedMessage of(Origin origin, Message message) {
        return new QueuedMessage(UUID.randomUUID().toString(), origin, message);
    }

    @Override
    public String owner() {
        return origin.realmId();
    }

    // A realm's mail server holds up none of its text messages.
    @Override
    public String route() {
        return medium().map(medium -> owner() + " " + medium).orElse(owner());
    }

    @Override
    public Optional<String> noticeFor() {
        return message instanceof ChangeNotice notice ? Optional.of(notice.accountId()) : Optional.empty();
    }

    @Override
    public Instant expiresAt() {
        return message instanceof Message.Nothing ? Instant.MAX : message.expiresAt();
    }

    @Override
    public Optional<Duration> pauseAfter(int failures) {
        if (message instanceof ChangeNotice) {
            return failures <= PAUSES_OF_NOTICES.size()
                    ? Optional.of(PAUSES_OF_NOTICES.get(failures - 1))
                    : Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private Optional<DeliveryMedium> medium() {
        if (message instanceof CodeMessage code) {
            return Optional.of(code.destination().medium());
        }
        return message instanceof ChangeNotice notice
                ? Optional.of(notice.destination().medium())
                : Optional.empty();
    }
}
