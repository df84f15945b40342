// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.recovery.SendOutcome.Busy;
import io.passwordrecovery.recovery.SendOutcome.Capped;
import io.passwordrecovery.recovery.SendOutcome.Refused;
import io.passwordrecovery.recovery.SendOutcome.Sent;

import static io.passwordrecovery.delivery.DeliveryMedium.EMAIL;
import static io.passwordrecovery.delivery.DeliveryMedium.SMS;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator has a code sent: the user's own limits hold, and it is said why nothing is sent. */
class SendResetCodeTest {
    private static final Person ALICE = Person.named("alice");

    @Test
    void ownerConfirmsFromElsewhereUnderAnyOfTheAccountsNames() {
        for (String name : List.of("alice", "alice@example.test")) {
            RecoveryWorld world = RecoveryWorld.standard().has(ALICE);

            SendOutcome outcome = world.sends(ALICE);

            assertThat(outcome).isEqualTo(new Sent(new Destination(EMAIL, "alice@example.test")));
            assertThat(world.confirms(name, world.codeFor(ALICE))).isInstanceOf(ConfirmOutcome.Confirmed.class);
        }
    }

    @Test
    void nameThatWasTriedBeforeThereWasAnAccountLeadsToTheCodeToo() {
        RecoveryWorld world = RecoveryWorld.standard();
        world.asks("alice");
        world.has(ALICE);

        world.sends(ALICE);

        assertThat(world.confirms("alice", world.codeFor(ALICE))).isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void nameThatIsAnothersStaysAnothers() {
        Person other = Person.named("alice@example.test").withEmail("other@example.test");
        RecoveryWorld world = RecoveryWorld.standard().has(other, ALICE);
        world.asks("alice@example.test");

        world.sends(other);

        assertThat(world.confirms("alice@example.test", world.codeFor(ALICE)))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void whoCannotBeRecoveredGetsNothingAndItIsSaidWhy() {
        Person unreachable = Person.named("bob").withoutEmail();
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE, unreachable);
        world.accounts.block(ALICE, Obstacle.LOCKED_TEMPORARILY);

        assertThat(world.sends(ALICE)).isEqualTo(new Refused(Obstacle.LOCKED_TEMPORARILY));
        assertThat(world.sends(unreachable)).isEqualTo(new Refused(Obstacle.UNREACHABLE));
        assertThat(world.sends(Person.named("nobody"))).isEqualTo(new Refused(Obstacle.UNKNOWN));
        assertThat(world.courier.sent()).isEmpty();
        assertThat(world.courier.placesHeld()).isZero();
    }

    @Test
    void accountGetsNoMoreCodesThanItsOwnerCouldAskFor() {
        RecoveryWorld world = RecoveryWorld.with("cooldown", "0").has(ALICE);

        IntStream.range(0, 5).forEach(i -> assertThat(world.sends(ALICE)).isInstanceOf(Sent.class));

        assertThat(world.sends(ALICE)).isEqualTo(new Refused(Obstacle.LIMITED));
        assertThat(world.codesFor(ALICE)).hasSize(5);
    }

    @Test
    void cooldownHolds() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.sends(ALICE);

        assertThat(world.sends(ALICE)).isEqualTo(new Refused(Obstacle.LIMITED));
    }

    @Test
    void codeThatWouldNotBeComparedIsNotSent() {
        RecoveryWorld world = RecoveryWorld.with("failures-per-account", "5").has(ALICE);
        world.asks("alice");
        world.guessesWrong("alice", 5);
        world.waitForNextCode();

        assertThat(world.sends(ALICE)).isEqualTo(new Refused(Obstacle.GUESSED_AT));
    }

    @Test
    void capsOnTextMessagesHold() {
        Person phoneOnly = ALICE.withoutEmail().withPhone("+12015550123");
        RecoveryWorld world = RecoveryWorld.with("sms-per-day", "0").has(phoneOnly);

        assertThat(world.sends(phoneOnly)).isEqualTo(new Capped(SmsCap.REALM));
        assertThat(world.events.last()).startsWith("smsCapped id-of-alice REALM");
        assertThat(world.sends(phoneOnly)).as("as a request").isEqualTo(new Refused(Obstacle.LIMITED));
    }

    @Test
    void codeGoesByMailWhereACapIsReached() {
        Person both = ALICE.withPhone("+12015550123").preferring(SMS);
        RecoveryWorld world = RecoveryWorld.with("sms-per-day", "0").has(both);

        assertThat(world.sends(both)).isEqualTo(new Sent(new Destination(EMAIL, "alice@example.test")));
    }

    @Test
    void fullQueueIsSaidAndCostsNothing() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.courier.fillUp();

        assertThat(world.sends(ALICE)).isEqualTo(new Busy());

        world.courier.makeRoom();
        assertThat(world.sends(ALICE)).isInstanceOf(Sent.class);
    }
}
