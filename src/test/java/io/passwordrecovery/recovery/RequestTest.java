// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;
import io.passwordrecovery.recovery.ResetRequestOutcome.Busy;
import io.passwordrecovery.recovery.ResetRequestOutcome.Throttled;

import static org.assertj.core.api.Assertions.assertThat;

class RequestTest {
    private static final Person ALICE = Person.named("alice").withPhone("+15550100");

    private final RecoveryWorld world = RecoveryWorld.standard().has(ALICE);

    @Test
    void codeIsSentAndStarsAreShown() {
        ResetRequestOutcome outcome = world.asks("alice");

        assertThat(((Accepted) outcome).delivery()).isEqualTo(new CodeDelivery(DeliveryMedium.EMAIL, "***@***"));
        assertThat(world.courier.sent(CodeMessage.class)).singleElement().satisfies(message -> {
            assertThat(message.accountId()).isEqualTo(ALICE.accountId());
            assertThat(message.destination().address()).isEqualTo("alice@example.test");
            assertThat(message.code().digits()).matches("[0-9]{6}");
            assertThat(message.expiresAt()).isEqualTo(world.clock.instant().plus(message.lifetime()));
            assertThat(message.clientId()).isEqualTo("app");
        });
    }

    @Test
    void wishedMediumIsUsedWhereTheAccountHasIt() {
        ResetRequestOutcome outcome = world.asks("alice", RecoveryWorld.HOME, Optional.of(DeliveryMedium.SMS));

        assertThat(((Accepted) outcome).delivery()).isEqualTo(new CodeDelivery(DeliveryMedium.SMS, "+*******"));
    }

    @Test
    void lettersOfTheAccountsOwnAddressAreShownWhereTheRealmWantsIt() {
        RecoveryWorld masked = RecoveryWorld.with("show-destination", "masked").has(ALICE);

        ResetRequestOutcome outcome = masked.asks("alice");

        assertThat(((Accepted) outcome).delivery()).isEqualTo(new CodeDelivery(DeliveryMedium.EMAIL, "a***@e***"));
    }

    @Test
    void nobodyLooksWhoTheNameStandsForBeforeTheAnswer() {
        ResetRequestOutcome outcome = world.asksOnly("alice");

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(world.accounts.lookUps()).isZero();
        assertThat(world.codes.dump()).isEmpty();
        assertThat(world.events.lines()).isEmpty();
    }

    @Test
    void typedAddressIsShownEvenWhereTheCodeGoesToAnother() {
        Person bob = Person.named("bob@example.test").withEmail("robert@other.test");
        world.has(bob);

        ResetRequestOutcome outcome = world.asks("bob@example.test");

        assertThat(((Accepted) outcome).delivery()).isEqualTo(new CodeDelivery(DeliveryMedium.EMAIL, "b***@e***"));
        assertThat(world.courier.sent(CodeMessage.class))
                .extracting(message -> message.destination().address())
                .containsExactly("robert@other.test");
    }

    @Test
    void codeIsNeitherStoredNorToldNorRecorded() {
        ResetRequestOutcome outcome = world.asks("alice");

        String code = world.codeFor(ALICE).digits();
        assertThat(world.codes.dump()).isNotEmpty().doesNotContain(code);
        assertThat(outcome.toString()).doesNotContain(code);
        assertThat(world.courier.sent().toString()).doesNotContain(code, "alice@example.test");
        assertThat(world.events.lines().toString()).doesNotContain(code, "alice@example.test");
    }

    @Test
    void everyRequestUsesOnePlaceOfTheQueueAndLeavesNoneHeld() {
        world.asks("alice");
        world.asks("alice");
        world.asks("nobody");

        assertThat(world.requests.accepted()).isEqualTo(2);
        assertThat(world.courier.placesHeld()).isZero();
    }

    @Nested
    class WhenTheQueueIsFull {
        @Test
        void requestIsRefusedClearlyAndNothingIsCounted() {
            world.courier.fillUp();

            ResetRequestOutcome outcome = world.asks("alice");

            assertThat(outcome).isEqualTo(new Busy(Courier.RETRY_AFTER));
            assertThat(world.counters.total()).isZero();
            assertThat(world.slots.takenOf("")).isZero();
            assertThat(world.codes.dump()).isEmpty();
        }

        @Test
        void requestIsGoodAsSoonAsThereIsRoom() {
            world.courier.fillUp();
            world.asks("alice");
            world.courier.makeRoom();

            ResetRequestOutcome outcome = world.asks("alice");

            assertThat(outcome).isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class Limits {
        @Test
        void secondRequestWithinTheCooldownIsToldHowLongToWait() {
            world.asks("alice");
            world.advance(Duration.ofSeconds(12));

            ResetRequestOutcome outcome = world.asks("alice");

            assertThat(outcome).isEqualTo(new Throttled(Duration.ofSeconds(18)));
            assertThat(world.codesFor(ALICE)).hasSize(1);
        }

        @Test
        void whoWaitsAsToldGetsAnotherCodeThoughTimePassesBetweenTheSteps() {
            world.clock.tickAtEachReading(Duration.ofMillis(7));
            world.asks("alice");
            Throttled throttled = (Throttled) world.asks("alice");
            world.advance(throttled.retryAfter());

            world.asks("alice");

            assertThat(world.codesFor(ALICE)).hasSize(2);
        }

        @Test
        void otherNameOfTheAccountWithinTheCooldownIsAcceptedAndGetsNothing() {
            world.asks("alice");

            ResetRequestOutcome outcome = world.asks("alice@example.test");

            assertThat(outcome).isInstanceOf(Accepted.class);
            assertThat(world.codesFor(ALICE)).hasSize(1);
            assertThat(world.events.last())
                    .isEqualTo("codeWithheld alice@example.test LIMITED id-of-alice app 198.51.100.7");
        }

        @Test
        void silentlyRefusedRequestLeavesTheEarlierCodeGood() {
            world.asks("alice");
            world.asks("alice@example.test");

            ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

            assertThat(outcome).isInstanceOf(ConfirmOutcome.Confirmed.class);
        }

        @Test
        void sixthCodeWithinAnHourIsRefusedUntilTheNextHour() {
            for (int i = 0; i < 5; i++) {
                world.asks("alice");
                world.waitForNextCode();
            }

            ResetRequestOutcome outcome = world.asks("alice");

            assertThat(outcome).isEqualTo(new Throttled(Duration.ofMinutes(27).plusSeconds(30)));
        }

        @Test
        void allNamesOfAnAccountTogetherGetNoMoreThanItsCodesAnHour() {
            for (int i = 0; i < 4; i++) {
                world.asks("alice");
                world.waitForNextCode();
                world.asks("alice@example.test");
                world.waitForNextCode();
            }

            assertThat(world.codesFor(ALICE)).hasSize(5);
        }

        @Test
        void manyNamesFromOneNetworkAreRefused() {
            Caller lab = new Caller("app", "2001:db8:1:2::1");
            Caller sameLab = new Caller("other-app", "2001:db8:1:2:ffff::1");
            for (int i = 0; i < 50; i++) {
                world.asks("name-" + i, lab, Optional.empty());
            }

            ResetRequestOutcome outcome = world.asks("alice", sameLab, Optional.empty());

            assertThat(outcome).isInstanceOf(Throttled.class);
            assertThat(world.asks("alice")).isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class WhereNoCodeIsSent {
        @Test
        void answerIsTheSameAndTheReasonIsKeptForTheEvents() {
            for (Obstacle reason : Obstacle.values()) {
                Person person = Person.named("person-" + reason.name().toLowerCase(Locale.ROOT));
                world.has(person);
                world.accounts.block(person, reason);

                ResetRequestOutcome outcome = world.asks(person.emailAddress());

                assertThat(((Accepted) outcome).delivery())
                        .isEqualTo(new CodeDelivery(DeliveryMedium.EMAIL, "p***@e***"));
                assertThat(world.events.last()).contains(reason.name(), person.accountId());
                assertThat(world.codesFor(person)).isEmpty();
            }
        }

        @Test
        void accountWithoutAnAddressIsUnreachable() {
            Person carol = Person.named("carol").withoutEmail();
            world.has(carol);

            ResetRequestOutcome outcome = world.asks("carol");

            assertThat(outcome).isInstanceOf(Accepted.class);
            assertThat(world.events.last()).isEqualTo("codeWithheld carol UNREACHABLE id-of-carol app 198.51.100.7");
        }

        @Test
        void decoyIsTheSameEachTime() {
            ResetRequestOutcome first = world.asks("nobody");
            world.waitForNextCode();

            ResetRequestOutcome second = world.asks("nobody");

            assertThat(second).isEqualTo(first);
        }

        @Test
        void eventSaysWhoseNameAndFromWhere() {
            world.asks("nobody");
            world.asks("nobody");

            assertThat(world.events.lines())
                    .isEqualTo(List.of(
                            "codeWithheld nobody UNKNOWN - app 198.51.100.7",
                            "requestThrottled nobody app 198.51.100.7"));
        }
    }

    @Nested
    class WhileSomebodyGuesses {
        @Test
        void elevenFailuresMakeTheNextCodesTenDigitsLong() {
            failElevenTimes();

            world.asks("alice");

            assertThat(world.codeFor(ALICE).digits()).matches("[0-9]{10}");
        }

        @Test
        void fiveFailuresDoNot() {
            world.asks("alice");
            world.guessesWrong("alice", 5);
            world.waitForNextCode();

            world.asks("alice");

            assertThat(world.codeFor(ALICE).digits()).hasSize(6);
        }

        @Test
        void longCodeIsAsGoodAsAnyAndMakesTheNextOnesShortAgain() {
            failElevenTimes();
            world.asks("alice");
            world.confirms("alice", world.codeFor(ALICE));
            world.waitForNextCode();

            world.asks("alice@example.test");

            assertThat(world.codeFor(ALICE).digits()).hasSize(6);
        }

        private void failElevenTimes() {
            for (int i = 0; i < 3; i++) {
                world.asks("alice");
                world.guessesWrong("alice", i < 2 ? 5 : 1);
                world.waitForNextCode();
            }
        }
    }
}
