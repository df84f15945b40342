// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import io.passwordrecovery.keycloak.audit.CallTimes;
import io.passwordrecovery.keycloak.audit.RecoverySpan;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.observation.Calls;

/** Watches calls by a timer in Keycloak's metrics and a span in its traces. */
final class KeycloakCalls implements Calls {
    private final KeycloakSession session;
    private final RealmModel realm;

    KeycloakCalls(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public <T> T observe(Call call, Supplier<T> work, Function<T, CallOutcome> outcome) {
        long start = System.nanoTime();
        try (RecoverySpan span = RecoverySpan.start(session, call.operation().label())
                .with("door", call.door().label())
                .with("operation", call.operation().label())) {
            try {
                T result = work.get();
                end(call, outcome.apply(result), start, span);
                return result;
            } catch (RuntimeException fault) {
                span.failed(fault);
                end(call, Outage.isBehind(fault) ? CallOutcome.UNAVAILABLE : CallOutcome.FAULT, start, span);
                throw fault;
            }
        }
    }

    private void end(Call call, CallOutcome outcome, long start, RecoverySpan span) {
        span.with("outcome", outcome.label());
        if (outcome.isServers()) {
            span.failed();
        }
        CallTimes.record(call, outcome, realm.getName(), Duration.ofNanos(System.nanoTime() - start));
    }
}
