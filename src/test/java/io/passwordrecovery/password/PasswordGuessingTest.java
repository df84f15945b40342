// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.InMemoryAccounts;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.RecordingCourier;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.InMemoryTallies;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.UpdateOutcome.Reason;
import io.passwordrecovery.password.UpdateOutcome.Refused;
import io.passwordrecovery.password.UpdateOutcome.Updated;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.Crowd;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Guesses at the present password by somebody who holds a session, in a realm without brute-force protection. */
class PasswordGuessingTest {
    private static final String OLD = "the old password";
    private static final String NEW = "the new password";
    private static final SignedInUser ALICE = user("alice");

    private final MovableClock clock = new MovableClock();
    private final InMemoryTallies tallies = new InMemoryTallies(clock);
    private final InMemoryPasswords passwords = new InMemoryPasswords();
    private final RecordingCourier courier = new RecordingCourier();
    private final RecoverySettings settings = RecoverySettings.of(Map.of("failures-per-account", "5"));

    PasswordGuessingTest() {
        passwords.give(ALICE.accountId(), OLD);
    }

    @Test
    void rightPasswordAfterTooManyWrongOnesIsRefused() {
        guessWrong(5);
        clock.advance(Duration.ofHours(1));

        UpdateOutcome outcome = update(ALICE, OLD, NEW);

        assertThat(outcome).isEqualTo(new Refused(Reason.TOO_MANY_FAILURES, List.of(), Duration.ofHours(23)));
        assertThat(passwords.of("alice")).contains(OLD);
    }

    @Test
    void oneFewerLeavesTheOwnerHisRightPassword() {
        guessWrong(4);

        UpdateOutcome outcome = update(ALICE, OLD, NEW);

        assertThat(outcome).isEqualTo(new Updated());
        assertThat(tallies.standingOf("")).as("wrong ones that are remembered").isZero();
    }

    @Test
    void parallelGuessesGetNoMoreThanTheFailures() {
        List<UpdateOutcome> outcomes = Crowd.of(30, number -> update(ALICE, "guess " + number, NEW));

        assertThat(outcomes)
                .filteredOn(Refused.because(Reason.WRONG_PASSWORD)::equals)
                .hasSize(5);
    }

    @Test
    void rightPasswordWithAWeakNewOneForgetsNothingAndCostsNothing() {
        guessWrong(4);

        for (int i = 0; i < 10; i++) {
            update(ALICE, OLD, "short");
        }

        assertThat(tallies.standingOf("")).isEqualTo(4);
    }

    @Test
    void policyIsNotToldToWhoGuessesWrong() {
        UpdateOutcome outcome = update(ALICE, "a guess", "short");

        assertThat(outcome).isEqualTo(Refused.because(Reason.WRONG_PASSWORD));
    }

    @Test
    void otherAccountIsNotConcerned() {
        passwords.give("bob", OLD);
        guessWrong(5);

        UpdateOutcome outcome = update(user("bob"), OLD, NEW);

        assertThat(outcome).isEqualTo(new Updated());
    }

    @Test
    void accountWithoutAPasswordHasNoRightOne() {
        UpdateOutcome outcome = update(user("social"), "anything", NEW);

        assertThat(outcome).isEqualTo(Refused.because(Reason.WRONG_PASSWORD));
        assertThat(passwords.of("social")).isEmpty();
    }

    @Test
    void accountOfAFederationWithALongIdIsServed() {
        String id = "f:6f0c2f0e-7a3c-4a53-9a4e-0d3a5cf1b001:cn=carol,ou=people,dc=example,dc=test";
        passwords.give(id, OLD);

        UpdateOutcome outcome = update(user(id), OLD, NEW);

        assertThat(outcome).isEqualTo(new Updated());
    }

    @Test
    void lateWordOfAFederationIsToldAndNothingFollows() {
        PolicyViolation objection = new PolicyViolation("federationSaysNo", List.of());
        passwords.federationObjectsOnce(objection);

        UpdateOutcome outcome = update(ALICE, OLD, NEW);

        assertThat(outcome).isEqualTo(Refused.because(List.of(objection)));
        assertThat(courier.sent()).isEmpty();
    }

    @Test
    void faultOfTheStoreGoesOnAndLeavesNothingHeld() {
        passwords.beforeNextSet(() -> {
            throw new IllegalStateException("the database is away");
        });

        assertThatThrownBy(() -> update(ALICE, OLD, NEW)).hasMessage("the database is away");

        assertThat(courier.placesHeld()).isZero();
        assertThat(tallies.standingOf("")).isZero();
    }

    private static SignedInUser user(String id) {
        return new SignedInUser(id, "session-of-" + id, new Caller("app", "198.51.100.7"));
    }

    private void guessWrong(int times) {
        for (int i = 0; i < times; i++) {
            update(ALICE, "a guess", NEW);
        }
    }

    private UpdateOutcome update(SignedInUser who, String current, String wanted) {
        Lockout unprotected = new InMemoryLockout(Integer.MAX_VALUE);
        AfterPasswordChange after = new AfterPasswordChange(
                new InMemoryAccounts(passwords::versionOf),
                new RecordingSessions(),
                unprotected,
                new InMemoryPasswordEpochs(),
                this::notices,
                courier,
                settings);
        return new PasswordUpdate(
                        passwords, unprotected, new FailureCount(tallies, settings, clock), after, new SilentEvents())
                .update(PasswordChange.withCurrent(who, new Password(current), new Password(wanted), Optional.empty()));
    }

    private List<Message.ChangeNotice> notices(String accountId) {
        return List.of();
    }

    private static final class SilentEvents implements UpdateEvents {
        @Override
        public void updated(String accountId, Caller caller) {
            // not the subject here
        }

        @Override
        public void refused(String accountId, Caller caller, Reason reason) {
            // not the subject here
        }
    }
}
