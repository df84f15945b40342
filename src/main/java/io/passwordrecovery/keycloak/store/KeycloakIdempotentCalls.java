// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.web.IdempotentCalls;

/**
 * A retry is known by the id that the library gives to the call and by all that was sent with it, of which only a keyed
 * hash is kept.
 */
public final class KeycloakIdempotentCalls implements IdempotentCalls {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int LOOKS = 20;

    private final SingleUseStore store;
    private final RecoveryKey key;

    public KeycloakIdempotentCalls(SingleUseStore store, RecoveryKey key) {
        this.store = store;
        this.key = key;
    }

    @Override
    public Optional<Map<String, String>> once(
            String[] call, Supplier<Map<String, String>> work, Predicate<Map<String, String>> isFinal) {
        String name = "call." + key.macText(call);
        if (!store.putIfAbsent(name + ".begun", REMEMBERED)) {
            return firstTrysAnswer(name);
        }
        boolean answered = false;
        try {
            Map<String, String> answer = work.get();
            if (isFinal.test(answer)) {
                store.put(name, REMEMBERED, answer);
                answered = true;
            }
            return Optional.of(answer);
        } finally {
            if (!answered) {
                // A fault, or a matter of seconds: the next try is the first again.
                store.remove(name + ".begun");
            }
        }
    }

    // The connection may have broken while the first try was at work: its answer is worth more than a refusal.
    private Optional<Map<String, String>> firstTrysAnswer(String name) {
        Optional<Map<String, String>> answer = store.get(name);
        for (int look = 0; answer.isEmpty() && look < LOOKS; look++) {
            pause();
            answer = store.get(name);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
