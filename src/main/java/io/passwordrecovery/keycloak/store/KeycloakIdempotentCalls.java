// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.keys.RecoveryKey;
import io.passwordrecovery.web.IdempotentCalls;

/** A retry is known by who sends what under which id, of which only a keyed hash is kept. */
public final class KeycloakIdempotentCalls implements IdempotentCalls {
    private static final Logger LOG = Logger.getLogger(KeycloakIdempotentCalls.class);

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final KeycloakSession session;
    private final SingleUseStore store;
    private final RecoveryKey key;

    public KeycloakIdempotentCalls(KeycloakSession session, SingleUseStore store, RecoveryKey key) {
        this.session = session;
        this.store = store;
        this.key = key;
    }

    @Override
    public Optional<Map<String, String>> once(
            Call call, Supplier<Map<String, String>> work, Predicate<Map<String, String>> isFinal) {
        String name = "call." + key.macText(call.caller(), call.id(), call.content());
        String begun = name + ".begun";
        if (!store.putIfAbsent(begun, REMEMBERED)) {
            return store.get(name);
        }
        FirstTry first = new FirstTry(name, begun);
        session.getTransactionManager().enlistAfterCompletion(first);
        Map<String, String> answer = work.get();
        if (isFinal.test(answer)) {
            first.answer = answer;
        }
        return Optional.of(answer);
    }

    /** What is true of the call is known once the request's transaction has ended. */
    private final class FirstTry extends AbstractKeycloakTransaction {
        private final String name;
        private final String begun;
        private @Nullable Map<String, String> answer;

        FirstTry(String name, String begun) {
            this.name = name;
            this.begun = begun;
        }

        @Override
        protected void commitImpl() {
            if (answer == null) {
                // A fault, or a matter of seconds: the next try is the first again.
                forget();
                return;
            }
            try {
                store.put(name, REMEMBERED, answer);
            } catch (RuntimeException e) {
                // What was done is done, and the caller is to hear it.
                LOG.warn("The answer to a call is not remembered: its retry will be told to wait", e);
            }
        }

        @Override
        protected void rollbackImpl() {
            forget();
        }

        private void forget() {
            try {
                store.remove(begun);
            } catch (RuntimeException e) {
                LOG.warn("A call that was not done is remembered as begun: its retry will be told to wait", e);
            }
        }
    }
}
