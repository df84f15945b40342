// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.password.InMemoryPasswords;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ConfirmOutcome.Refused;
import io.passwordrecovery.testkit.Crowd;

import static io.passwordrecovery.recovery.RecoveryWorld.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfirmTest {
    private static final Person ALICE = Person.named("alice").withPhone("+15550100");
    private static final Person BOB = Person.named("bob");

    private final RecoveryWorld world = RecoveryWorld.standard().has(ALICE, BOB);

    @BeforeEach
    void aliceHasACode() {
        world.asks("alice");
    }

    @Nested
    class WithTheRightCode {
        @Test
        void passwordIsChanged() {
            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE), "correct horse");

            assertThat(outcome).isEqualTo(new Confirmed());
            assertThat(world.passwords.of(ALICE.accountId())).contains("correct horse");
        }

        @Test
        void otherNameOfTheAccountDoesAsWell() {
            ConfirmOutcome outcome = world.confirms("alice@example.test", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }

        @Test
        void codeStillWorksAfterFourWrongOnes() {
            world.guessesWrong("alice", 4);

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }

        @Test
        void codeIsGoodOnce() {
            ResetCode code = world.codeFor(ALICE);
            world.confirms("alice", code);

            ConfirmOutcome outcome = world.confirms("alice", code);

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
            assertThat(world.passwords.changesOf(ALICE.accountId())).isEqualTo(2);
        }

        @Test
        void codeIsGoodUntilItsLastMoment() {
            world.advance(Duration.ofMinutes(10).minusMillis(1));

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }

        @Test
        void exactlyOneOfThirtyParallelConfirmationsChangesThePassword() {
            RecoveryWorld patient = new RecoveryWorld(Map.of("attempts-per-code", "10", "cooldown", "0")).has(ALICE);
            for (int round = 0; round < 5; round++) {
                patient.asks("alice");
                ResetCode code = patient.codeFor(ALICE);
                int before = patient.passwords.changesOf(ALICE.accountId());

                List<ConfirmOutcome> outcomes = Crowd.of(30, number -> patient.confirms("alice", code));

                assertThat(outcomes).filteredOn(Confirmed.class::isInstance).hasSize(1);
                assertThat(patient.passwords.changesOf(ALICE.accountId())).isEqualTo(before + 1);
            }
        }

        @Test
        void addressThatGotTheCodeIsProven() {
            world.confirms("alice", world.codeFor(ALICE));

            assertThat(world.accounts.proven()).containsExactly("id-of-alice EMAIL:a***@e***");
        }

        @Test
        void codeSurvivesARotationOfTheRealmsKeys() {
            world.keys.rotateTo("key-2");

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }
    }

    @Test
    void rightCodeWhoseOwnerCannotBeLookedUpCostsNoAttempt() {
        RecoveryWorld strict = RecoveryWorld.with("attempts-per-code", "1").has(ALICE);
        strict.asks("alice");
        strict.accounts.away(true);

        assertThatThrownBy(() -> strict.confirms("alice", strict.codeFor(ALICE)))
                .hasMessage("the directory is away");

        strict.accounts.away(false);
        assertThat(strict.confirms("alice", strict.codeFor(ALICE))).isEqualTo(new Confirmed());
    }

    @Nested
    class WithoutTheRightCode {
        @Test
        void wrongCodeIsRefusedAndChangesNothing() {
            ConfirmOutcome outcome = world.confirms("alice", world.wrongCode());

            assertThat(outcome).isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, List.of(), Duration.ZERO));
            assertThat(world.hasOldPassword(ALICE)).isTrue();
        }

        @Test
        void codeOfAnotherAccountIsRefused() {
            world.asks("bob");

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(BOB));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void fiveWrongThenRightIsRefused() {
            world.guessesWrong("alice", 5);

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome)
                    .isEqualTo(new Refused(RefusalReason.TOO_MANY_ATTEMPTS, List.of(), Duration.ofSeconds(30)));
            assertThat(world.hasOldPassword(ALICE)).isTrue();
        }

        @Test
        void fiveWrongUnderOneNameThenRightUnderAnotherIsRefusedWithoutSayingWhy() {
            world.guessesWrong("alice", 5);

            ConfirmOutcome outcome = world.confirms("alice@example.test", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
            assertThat(world.hasOldPassword(ALICE)).isTrue();
        }

        @Test
        void parallelGuessesGetNoMoreThanTheAttempts() {
            ResetCode wrong = world.wrongCode();

            List<ConfirmOutcome> outcomes = Crowd.of(30, number -> world.confirms("alice", wrong));

            assertThat(outcomes)
                    .filteredOn(outcome -> reasonOf(outcome) == RefusalReason.CODE_MISMATCH)
                    .hasSize(5);
        }

        @Test
        void codeIsNoLongerGoodWhenItsLifetimeIsOver() {
            world.advance(Duration.ofMinutes(10));

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_EXPIRED);
        }

        @Test
        void expiredCodeDoesNotComeAliveWithTheTicketOfANewRequest() {
            ResetCode old = world.codeFor(ALICE);
            world.advance(Duration.ofMinutes(10));
            world.asks("alice");

            ConfirmOutcome outcome = world.confirms("alice", old);

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void newerCodeMakesTheOlderVoid() {
            ResetCode older = world.codeFor(ALICE);
            world.waitForNextCode();
            world.asks("alice");

            ConfirmOutcome outcome = world.confirms("alice", older);

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void changedPasswordMakesTheCodeVoid() {
            world.passwords.give(ALICE.accountId(), "changed elsewhere");

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void changedEmailAddressMakesTheCodeVoid() {
            world.accounts.put(ALICE.withEmail("alice@moved.test"));

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void removedEmailAddressMakesTheCodeVoidThoughThereIsAPhone() {
            world.accounts.put(ALICE.withoutEmail());

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void changedPhoneNumberLeavesACodeThatWentByEmailGood() {
            world.accounts.put(ALICE.withPhone("+15550199"));

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }

        @Test
        void removedKeyMakesTheCodeVoid() {
            world.keys.rotateTo("key-2");
            world.keys.remove("key-1");

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }

        @Test
        void accountThatWasDisabledOrLockedMeanwhileIsNotOpened() {
            for (Obstacle reason : List.of(
                    Obstacle.DISABLED, Obstacle.LOCKED_TEMPORARILY, Obstacle.LOCKED_PERMANENTLY, Obstacle.READ_ONLY)) {
                world.accounts.block(ALICE, reason);

                ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

                assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
            }
            world.accounts.unblock(ALICE);
            assertThat(world.confirms("alice", world.codeFor(ALICE))).isEqualTo(new Confirmed());
        }

        @Test
        void nobodyEverAskedForACode() {
            ConfirmOutcome outcome = world.confirms("bob", new ResetCode("123456"));

            assertThat(reasonOf(outcome)).isEqualTo(RefusalReason.CODE_MISMATCH);
        }
    }

    @Nested
    class WithAPasswordThatThePolicyRefuses {
        @Test
        void everyBrokenRuleIsTold() {
            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE), "short");

            assertThat(outcome)
                    .isEqualTo(new Refused(
                            RefusalReason.PASSWORD_REJECTED,
                            List.of(new PolicyViolation(
                                    "invalidPasswordMinLengthMessage", List.of(InMemoryPasswords.MIN_LENGTH))),
                            Duration.ZERO));
        }

        @Test
        void codeAndAllItsAttemptsStayGood() {
            for (int i = 0; i < 20; i++) {
                world.confirms("alice", world.codeFor(ALICE), "short");
            }
            world.guessesWrong("alice", 4);

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }

        @Test
        void policyIsNotToldToWhoGuessesWrong() {
            ConfirmOutcome outcome = world.confirms("alice", world.wrongCode(), RecoveryWorld.OLD_PASSWORD);

            assertThat(outcome).isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, List.of(), Duration.ZERO));
        }

        @Test
        void lateWordOfAFederationIsToldAndTheCodeStaysGood() {
            PolicyViolation objection = new PolicyViolation("federationSaysNo", List.of());
            world.passwords.federationObjectsOnce(objection);

            ConfirmOutcome refused = world.confirms("alice", world.codeFor(ALICE));

            assertThat(refused)
                    .isEqualTo(new Refused(RefusalReason.PASSWORD_REJECTED, List.of(objection), Duration.ZERO));
            assertThat(world.confirms("alice", world.codeFor(ALICE))).isEqualTo(new Confirmed());
        }
    }

    @Nested
    class WhenThePasswordCannotBeStored {
        @Test
        void codeIsUsableAgainUntilItExpires() {
            storingFails();

            assertThatThrownBy(() -> world.confirms("alice", world.codeFor(ALICE)))
                    .hasMessage("the database is away");

            assertThat(world.courier.placesHeld()).isZero();
            world.advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(world.confirms("alice", world.codeFor(ALICE))).isEqualTo(new Confirmed());
        }

        @Test
        void codeThatExpiredMeanwhileIsNotRestored() {
            ResetCode code = world.codeFor(ALICE);
            world.passwords.beforeNextSet(() -> {
                world.advance(Duration.ofMinutes(10));
                throw new IllegalStateException("the database is away");
            });

            assertThatThrownBy(() -> world.confirms("alice", code)).isInstanceOf(IllegalStateException.class);

            assertThat(reasonOf(world.confirms("alice", code))).isEqualTo(RefusalReason.CODE_EXPIRED);
        }

        @Test
        void codeThatWasIssuedMeanwhileIsNotReplacedByTheOlder() {
            ResetCode older = world.codeFor(ALICE);
            world.passwords.beforeNextSet(() -> {
                world.waitForNextCode();
                world.asks("alice");
                throw new IllegalStateException("the database is away");
            });

            assertThatThrownBy(() -> world.confirms("alice", older)).isInstanceOf(IllegalStateException.class);

            assertThat(reasonOf(world.confirms("alice", older))).isEqualTo(RefusalReason.CODE_MISMATCH);
            assertThat(world.confirms("alice", world.codeFor(ALICE))).isEqualTo(new Confirmed());
        }

        private void storingFails() {
            world.passwords.beforeNextSet(() -> {
                throw new IllegalStateException("the database is away");
            });
        }
    }

    @Nested
    class WhenTheQueueIsFull {
        @Test
        void whoHasACodeMayUseIt() {
            world.courier.fillUp();

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isEqualTo(new Confirmed());
        }
    }
}
