// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;

import static io.passwordrecovery.recovery.RecoveryWorld.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

/** The count of wrong guesses that no new code resets. */
class FailureBudgetTest {
    private static final Person ALICE = Person.named("alice");

    private final RecoveryWorld world = new RecoveryWorld(
                    Map.of("failures-per-account", "20", "codes-per-account-hour", "1000", "attempts-per-code", "5"))
            .has(ALICE);

    @Test
    void newCodeGivesNewAttemptsButNoNewFailures() {
        failTimes("alice", 20);
        world.asks("alice");

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.TOO_MANY_ATTEMPTS);
        assertThat(world.hasOldPassword(ALICE)).isTrue();
    }

    @Test
    void otherNameOfTheAccountIsToldWrongThoughTheCodeIsRight() {
        failTimes("alice", 20);
        world.asks("alice@example.test");

        ConfirmOutcome outcome = world.confirms("alice@example.test", world.codeFor(ALICE));

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        assertThat(world.hasOldPassword(ALICE)).isTrue();
    }

    @Test
    void bothNamesTogetherGetNoMoreFailuresThanOne() {
        failTimes("alice", 10);
        failTimes("alice@example.test", 10);
        world.asks("alice");

        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
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

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.TOO_MANY_ATTEMPTS);
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
    void guessesWithoutAnyCodeAreLimitedAsWell() {
        world.guessesWrong("alice", 5);

        ConfirmOutcome outcome = world.confirms("alice", world.wrongCode());

        assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.TOO_MANY_ATTEMPTS);
    }

    private void failTimes(String name, int failures) {
        for (int left = failures; left > 0; left -= 5) {
            world.asks(name);
            world.guessesWrong(name, Math.min(left, 5));
            world.waitForNextCode();
        }
    }
}
