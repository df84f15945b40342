// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that tells its users' addresses could tell a new one each time: it has a budget of its own. */
class TellersBudgetTest {
    private static final Caller BACKEND = new Caller("backend", "198.51.100.1");

    private final MovableClock clock = new MovableClock();
    private final InMemoryCounters counters = new InMemoryCounters(clock);
    private final RecoverySettings settings = RecoverySettings.of(Map.of(
            "codes-per-ip-hour", "2",
            "confirmations-per-ip-hour", "2",
            "codes-per-client-hour", "5",
            "confirmations-per-client-hour", "5"));
    private final RequestLimits requests =
            new RequestLimits(new InMemorySlots(clock), counters, new InMemoryPendingRequests(clock), settings, clock);
    private final ConfirmationLimits confirmations = new ConfirmationLimits(counters, settings, clock);

    @Test
    void usersOfOneServerAreLimitedEachOnTheirOwn() {
        assertThat(ask(0, 0)).isEmpty();
        assertThat(ask(1, 0)).isEmpty();

        assertThat(ask(2, 0)).isPresent();
        assertThat(ask(3, 1)).isEmpty();
    }

    @Test
    void newAddressesGetNoMoreThanTheServersCodes() {
        List<Optional<Duration>> answers =
                IntStream.range(0, 8).mapToObj(i -> ask(i, i)).toList();

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(5);
        Duration wait = answers.get(7).orElseThrow();
        clock.advance(wait);
        assertThat(ask(8, 8)).isEmpty();
    }

    @Test
    void parallelOnesNeither() {
        List<Optional<Duration>> codes = Crowd.of(20, i -> ask(i, i));
        List<Optional<Duration>> guesses = Crowd.of(20, i -> confirmations.refuse(user(i)));

        assertThat(codes).filteredOn(Optional::isEmpty).hasSize(5);
        assertThat(guesses).filteredOn(Optional::isEmpty).hasSize(5);
    }

    @Test
    void newAddressesGetNoMoreThanTheServersConfirmations() {
        IntStream.range(0, 5)
                .forEach(i -> assertThat(confirmations.refuse(user(i))).isEmpty());

        assertThat(confirmations.refuse(user(5))).isPresent();
        assertThat(confirmations.refuse(new Caller("app", "192.0.2.5"))).isEmpty();
    }

    @Test
    void waitOfTheServersBudgetIsToldToWhoUsedUpACode() {
        IntStream.range(0, 5).forEach(i -> ask(i, i));

        assertThat(requests.untilNextCode(name(9), user(9))).isEqualTo(ask(9, 9).orElseThrow());
    }

    @Test
    void serverThatTellsNoAddressIsLimitedAsBefore() {
        assertThat(requests.refuse(name(0), BACKEND)).isEmpty();
        assertThat(requests.refuse(name(1), BACKEND)).isEmpty();
        assertThat(requests.refuse(name(2), BACKEND)).isPresent();
    }

    @Test
    void longClientIdsFitAndEachHasItsOwn() {
        Caller one = new Caller("x".repeat(255), "198.51.100.1").onBehalfOf(new UserAddress("192.0.2.1"));
        Caller other = new Caller("x".repeat(254), "198.51.100.1").onBehalfOf(new UserAddress("192.0.2.1"));

        assertThat(one.teller().orElseThrow()).isNotEqualTo(other.teller().orElseThrow());
    }

    private Optional<Duration> ask(int name, int user) {
        return requests.refuse(name(name), user(user));
    }

    private static LimitKey name(int number) {
        return LimitKey.name("name-" + number);
    }

    private static Caller user(int number) {
        return BACKEND.onBehalfOf(new UserAddress("192.0.2." + number));
    }
}
