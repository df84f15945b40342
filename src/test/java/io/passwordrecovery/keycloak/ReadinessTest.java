// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessTest {
    final MovableClock clock = new MovableClock();
    final AtomicInteger tries = new AtomicInteger();

    @Test
    void serverWithAllOfTheApiAndAStoreThatCountsIsReadyAndIsTriedOnce() {
        Readiness readiness = new Readiness(List.of(), store(Optional::empty), clock);

        assertThat(readiness.isGiven()).isTrue();
        assertThat(readiness.isGiven()).isTrue();
        assertThat(tries).hasValue(1);
    }

    @Test
    void serverThatLacksAMethodIsNeverReadyWhateverItsStoreDoes() {
        Readiness readiness = new Readiness(List.of("BruteForceProtector.failedLogin"), store(Optional::empty), clock);

        assertThat(readiness.isGiven()).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(readiness.isGiven()).isFalse();
    }

    @Test
    void storeThatDoesNotCountIsRefusedUntilItDoesAndTriedOnlyNowAndThen() {
        Supplier<Optional<String>> mended =
                store(() -> tries.get() == 1 ? Optional.of("remove finds a key that is gone") : Optional.empty());
        Readiness readiness = new Readiness(List.of(), mended, clock);

        assertThat(readiness.isGiven()).isFalse();
        assertThat(readiness.isGiven()).isFalse();
        assertThat(tries).hasValue(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(readiness.isGiven()).isTrue();
    }

    @Test
    void storeThatCannotBeTriedIsRefused() {
        Readiness readiness = new Readiness(
                List.of(),
                store(() -> {
                    throw new IllegalStateException("the database is away");
                }),
                clock);

        assertThat(readiness.isGiven()).isFalse();
    }

    private Supplier<Optional<String>> store(Supplier<Optional<String>> complaint) {
        return () -> {
            tries.incrementAndGet();
            return complaint.get();
        };
    }
}
