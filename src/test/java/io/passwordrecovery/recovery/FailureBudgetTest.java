// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.BrowserPage;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;

import static io.passwordrecovery.recovery.RecoveryWorld.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

/** The count of wrong guesses that no new code resets. */
class FailureBudgetTest {
    private static final Person ALICE = Person.named("alice");
    private static final Caller ELSEWHERE = new Caller("app", "203.0.113.9");

    private final RecoveryWorld world = new RecoveryWorld(
                    Map.of("failures-per-account", "20", "codes-per-account-hour", "1000", "attempts-per-code", "5"))
            .has(ALICE);

    @Test
    void whenTheyAreUsedUpNoCodeIsSentUnderAnyName() {
        failTimes("alice", 20);
        int sent = world.codesFor(ALICE).size();

        ResetRequestOutcome byName = world.asks("alice");
        ResetRequestOutcome byEmail = world.asks("alice@example.test", ELSEWHERE, Optional.empty());

        assertThat(List.of(byName, byEmail)).allMatch(Accepted.class::isInstance);
        assertThat(world.codesFor(ALICE)).hasSize(sent);
        assertThat(world.events.last()).contains("GUESSED_AT", ALICE.accountId());
    }

    @Test
    void codeThatWasSentBeforeIsWrongThen() {
        failTimes("alice", 18);
        world.asks("alice@example.test");
        ResetCode code = world.codeFor(ALICE);
        world.guessesWrong("alice@example.test", 2);

        ConfirmOutcome outcome = world.confirms("alice@example.test", code);

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        assertThat(world.hasOldPassword(ALICE)).isTrue();
    }

    @Test
    void bothNamesTogetherGetNoMoreFailuresThanOne() {
        failTimes("alice", 10);
        failTimes("alice@example.test", 10);
        int sent = world.codesFor(ALICE).size();

        world.asks("alice");

        assertThat(world.codesFor(ALICE)).hasSize(sent);
    }

    @Test
    void oneFailureFewerLeavesTheOwnerHisRightCode() {
        failTimes("alice", 19);
        world.asks("alice");

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(outcome).isEqualTo(new Confirmed());
    }

    @Test
    void successForgetsEarlierFailures() {
        failTimes("alice", 19);
        world.asks("alice");
        world.confirms("alice", world.codeFor(ALICE));
        world.waitForNextCode();
        failTimes("alice", 19);
        world.asks("alice");

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(outcome).isEqualTo(new Confirmed());
    }

    @Test
    void weakPasswordWithTheRightCodeForgetsNothing() {
        failTimes("alice", 19);
        world.asks("alice");
        world.confirms("alice", world.codeFor(ALICE), "short");
        world.guessesWrong("alice", 1);

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
    }

    @Test
    void failuresAreForgottenAfterTheirTime() {
        failTimes("alice", 20);
        world.advance(Duration.ofDays(1));
        world.asks("alice");

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(outcome).isEqualTo(new Confirmed());
    }

    @Test
    void guessesAtNoCodeAreNobodysFailuresAndLeaveNothingBehind() {
        world.guessesWrong("alice", 50);
        world.guessesWrong("alice@example.test", 50);

        assertThat(world.tallies.standingOf("")).isZero();
        world.asks("alice");
        assertThat(world.confirms("alice", world.codeFor(ALICE))).isEqualTo(new Confirmed());
    }

    @Test
    void guessesOfTheApiAreNoneAtTheCodeThatABrowserWaitsFor() {
        Caller browser = new Caller("app", "203.0.113.5", new BrowserPage("browser-1", ""));
        world.asks("alice", browser, Optional.empty());
        world.guessesWrong("alice", 50);
        world.asks("alice");

        ProofOutcome outcome = world.proves("alice", world.codesFor(ALICE).get(0), browser);

        assertThat(outcome).isInstanceOf(ProofOutcome.Proven.class);
    }

    @Test
    void strangerIsNotToldThatSomebodyRecovers() {
        world.asks("alice", ELSEWHERE, Optional.empty());
        world.guessesWrong("alice", 7);
        world.advance(Duration.ofMinutes(10));

        assertThat(reasonOf(world.confirms("alice", world.wrongCode()))).isEqualTo(RefusalReason.CODE_MISMATCH);
        assertThat(world.asks("alice")).isInstanceOf(Accepted.class);
    }

    @Test
    void networkThatEnteredTooManyCodesIsToldSoWhateverTheNames() {
        RecoveryWorld strict =
                RecoveryWorld.with("confirmations-per-ip-hour", "3").has(ALICE);
        strict.asks("alice");
        strict.guessesWrong("somebody", 3);

        ConfirmOutcome outcome = strict.confirms("alice", strict.codeFor(ALICE));

        assertThat(outcome)
                .isEqualTo(new ConfirmOutcome.Refused(RefusalReason.THROTTLED, List.of(), Duration.ofMinutes(30)));
        assertThat(strict.confirms("alice", strict.codeFor(ALICE), "another password", ELSEWHERE))
                .isEqualTo(new Confirmed());
    }

    private void failTimes(String name, int failures) {
        for (int left = failures; left > 0; left -= 5) {
            world.asks(name);
            world.guessesWrong(name, Math.min(left, 5));
            world.waitForNextCode();
        }
    }
}
