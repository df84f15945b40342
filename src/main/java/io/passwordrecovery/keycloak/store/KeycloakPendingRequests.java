// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.PendingRequests;

/** One object of the store for each typed name's pending request, and one for whom it turned out to be about. */
final class KeycloakPendingRequests implements PendingRequests {
    private static final int TEXTS = 3;

    private final SingleUseStore store;

    KeycloakPendingRequests(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public void put(LimitKey name, PendingRequest pending, Duration keep) {
        store.put(
                key(name),
                keep,
                PackedNote.of(
                        pending.id(),
                        Long.toString(pending.issuedAt().toEpochMilli()),
                        Long.toString(pending.expiresAt().toEpochMilli())));
    }

    @Override
    public Optional<PendingRequest> find(LimitKey name) {
        return store.get(key(name))
                .map(notes -> PackedNote.texts(notes, TEXTS))
                .map(texts -> new PendingRequest(texts.get(0), instant(texts.get(1)), instant(texts.get(2))));
    }

    @Override
    public void settle(LimitKey name, LimitKey holder, Duration keep) {
        store.put(holderKey(name), keep, PackedNote.of(holder.value()));
    }

    @Override
    public Optional<LimitKey> holder(LimitKey name) {
        return store.get(holderKey(name))
                .map(notes -> new LimitKey(PackedNote.texts(notes, 1).get(0)));
    }

    private static String holderKey(LimitKey name) {
        return "holder." + name.value();
    }

    private static String key(LimitKey name) {
        return "pending." + name.value();
    }

    private static Instant instant(String epochMillis) {
        return Instant.ofEpochMilli(Long.parseLong(epochMillis));
    }
}
