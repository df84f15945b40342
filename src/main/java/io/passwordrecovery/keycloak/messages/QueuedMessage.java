// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;

/**
 * A message with what the request knew and the delivering thread does not.
 *
 * @param id the same for every try
 * @param languageTag of the request, for users without a language of their own, as in BCP 47
 * @param host under which users see this server
 * @param reached what a try before has done already
 */
public record QueuedMessage(
        String id, String realmId, String languageTag, String host, Message message, Set<Destination> reached) {
    static QueuedMessage of(String realmId, String languageTag, String host, Message message) {
        return new QueuedMessage(
                UUID.randomUUID().toString(), realmId, languageTag, host, message, ConcurrentHashMap.newKeySet());
    }
}
