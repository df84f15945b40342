// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.audit;

import java.time.Duration;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.CallOutcome;

/** How long calls take, and how many end how. */
public final class CallTimes {
    private static final String CALLS = "password_recovery_calls";

    // Few, since each is a series for every door, operation and outcome.
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private CallTimes() {}

    public static void record(Call call, CallOutcome outcome, String realmName, Duration time) {
        Timer.builder(CALLS)
                .description("Calls over REST and Cognito's wire, and what the pages' forms ask for")
                .serviceLevelObjectives(BUCKETS)
                .tags(RealmLabel.of(realmName)
                        .and(
                                "door", call.door().label(),
                                "operation", call.operation().label(),
                                "outcome", outcome.label()))
                .register(Metrics.globalRegistry)
                .record(time);
    }
}
