// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.passwordrecovery.keycloak.realm.KeycloakClock;
import io.passwordrecovery.limits.Tallies;

/**
 * Mark n is the key n of the store, so that {@code putIfAbsent} decides who makes it. Which is the newest stands in one
 * more entry. That one may be behind, when two write it at a time or when a node dies between the two steps: whoever
 * marks next goes on from there until a key is free, and whoever asks or forgets, as far as keys are taken.
 */
final class KeycloakTallies implements Tallies {
    private static final String NEWEST = "newest";
    private static final String MADE_AT = "at";
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final SingleUseStore store;

    KeycloakTallies(SingleUseStore store) {
        this.store = store;
    }

    @Override
    public OptionalInt mark(String name, int limit, Duration lifetime) {
        for (int mark = newest(name) + 1; ; mark++) {
            // Marks fade in the order in which they were made: where this one stands, all that came after it do.
            if (store.contains(key(name, mark - limit))) {
                return OptionalInt.empty();
            }
            if (store.putIfAbsent(key(name, mark), lifetime)) {
                long now = new KeycloakClock().millis();
                store.put(key(name, mark), lifetime, Map.of(MADE_AT, Long.toString(now)));
                setNewest(name, mark, lifetime);
                return OptionalInt.of(mark);
            }
        }
    }

    // The same calls of the store as above, and always the same two keys.
    @Override
    public void pretend(String name) {
        int mark = newest(name) + 1;
        store.contains(key(name, mark - 1));
        store.putIfAbsent(key(name, mark), A_MOMENT);
        store.put(key(name, mark), A_MOMENT, Map.of(MADE_AT, "0"));
        store.put(name, A_MOMENT, Map.of(NEWEST, "-1"));
    }

    @Override
    public Optional<Instant> made(String name, int newer) {
        return store.get(key(name, last(name) - newer))
                .map(notes -> Optional.ofNullable(notes.get(MADE_AT))
                        .map(Long::parseLong)
                        .map(Instant::ofEpochMilli)
                        // Another is making it just now.
                        .orElseGet(() -> new KeycloakClock().instant()));
    }

    @Override
    public void takeBack(String name, int mark, Duration lifetime) {
        store.remove(key(name, mark));
        if (newest(name) == mark) {
            setNewest(name, mark - 1, lifetime);
        }
    }

    @Override
    public void forget(String name) {
        int mark = last(name);
        store.remove(name);
        while (mark >= 0 && store.remove(key(name, mark)).isPresent()) {
            mark--;
        }
    }

    private int last(String name) {
        int mark = newest(name);
        while (store.contains(key(name, mark + 1))) {
            mark++;
        }
        return mark;
    }

    // Where nothing stands, the next begins at 0: what had been marked has faded, or was taken back.
    private int newest(String name) {
        return store.get(name)
                .map(notes -> Integer.parseInt(notes.getOrDefault(NEWEST, "-1")))
                .orElse(-1);
    }

    private void setNewest(String name, int mark, Duration lifetime) {
        if (mark < 0) {
            store.remove(name);
        } else {
            store.put(name, lifetime, Map.of(NEWEST, Integer.toString(mark)));
        }
    }

    private static String key(String name, int mark) {
        return name + "#" + mark;
    }
}
