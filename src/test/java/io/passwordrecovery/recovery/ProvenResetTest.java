// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Obstacle;
import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.password.RecordingSessions.Ended;
import io.passwordrecovery.recovery.ProvenReset.GoingOn;
import io.passwordrecovery.recovery.ProvenResetOutcome.ProofOver;
import io.passwordrecovery.recovery.ProvenResetOutcome.Rejected;
import io.passwordrecovery.recovery.ProvenResetOutcome.Replaced;

import static org.assertj.core.api.Assertions.assertThat;

class ProvenResetTest {
    private static final Person ALICE = Person.named("alice");

    private final RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
    private RecoveryProof proof;

    @BeforeEach
    void aliceHasEnteredHerCode() {
        world.asks("alice");
        ProofOutcome outcome = world.proves("alice", world.codeFor(ALICE), RecoveryWorld.HOME);
        proof = ((ProofOutcome.Proven) outcome).proof();
    }

    @Test
    void ownerSetsTheNewPassword() {
        ProvenResetOutcome outcome = world.replaces(proof, "correct horse", Optional.empty());

        assertThat(outcome).isEqualTo(new Replaced());
        assertThat(world.passwords.of(ALICE.accountId())).contains("correct horse");
    }

    @Test
    void everySessionEndsAfterAReset() {
        world.replaces(proof, "correct horse", Optional.empty());

        assertThat(world.sessions.ended()).containsExactly(new Ended(ALICE.accountId(), Optional.empty(), true));
    }

    @Test
    void signInThatThePageBelongsToGoesOn() {
        world.replaces(proof, "correct horse", Optional.of(new GoingOn("session-1", true)));

        assertThat(world.sessions.ended())
                .containsExactly(new Ended(ALICE.accountId(), Optional.of("session-1"), true));
    }

    @Test
    void resetIsAnEventAndTheOwnerIsTold() {
        world.replaces(proof, "correct horse", Optional.empty());

        assertThat(world.events.last()).startsWith("passwordReset " + ALICE.accountId());
        assertThat(world.courier.sent(Message.ChangeNotice.class)).hasSize(1);
    }

    @Test
    void weakPasswordMayBeFollowedByABetterOne() {
        ProvenResetOutcome weak = world.replaces(proof, "short", Optional.empty());
        ProvenResetOutcome better = world.replaces(proof, "correct horse", Optional.empty());

        assertThat(weak)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.violations()).isNotEmpty());
        assertThat(better).isEqualTo(new Replaced());
    }

    @Test
    void proofIsGoodForOnePassword() {
        world.replaces(proof, "correct horse", Optional.empty());

        ProvenResetOutcome outcome = world.replaces(proof, "battery staple", Optional.empty());

        assertThat(outcome).isEqualTo(new ProofOver());
        assertThat(world.passwords.of(ALICE.accountId())).contains("correct horse");
    }

    @Test
    void proofIsGoodForOnePasswordWhereADirectoryKeepsItToo() {
        RecoveryWorld elsewhere = RecoveryWorld.withDirectory().has(ALICE);
        elsewhere.asks("alice");
        ProofOutcome outcome = elsewhere.proves("alice", elsewhere.codeFor(ALICE), RecoveryWorld.HOME);
        RecoveryProof parked = ((ProofOutcome.Proven) outcome).proof();
        elsewhere.replaces(parked, "correct horse", Optional.empty());

        assertThat(elsewhere.replaces(parked, "battery staple", Optional.empty()))
                .isEqualTo(new ProofOver());
        assertThat(elsewhere.provenReset().holds(parked)).isFalse();
    }

    @Test
    void signInThatGoesOnForgetsTypingErrors() {
        world.lockout.passwordWasWrong(ALICE.accountId(), RecoveryWorld.HOME);

        world.replaces(proof, "correct horse", Optional.of(new GoingOn("session-1", true)));

        assertThat(world.lockout.wrongPasswordsOf(ALICE.accountId())).isZero();
    }

    @Test
    void proofIsOverAfterTheLifetimeOfACode() {
        world.advance(Duration.ofMinutes(10));

        assertThat(world.replaces(proof, "correct horse", Optional.empty())).isEqualTo(new ProofOver());
        assertThat(world.provenReset().holds(proof)).isFalse();
    }

    @Test
    void proofIsOverWhenTheAddressHasChanged() {
        world.accounts.put(ALICE.withoutEmail());

        assertThat(world.replaces(proof, "correct horse", Optional.empty())).isEqualTo(new ProofOver());
    }

    @Test
    void disabledAccountGetsNoNewPassword() {
        world.accounts.block(ALICE, Obstacle.DISABLED);

        assertThat(world.replaces(proof, "correct horse", Optional.empty())).isEqualTo(new ProofOver());
        assertThat(world.hasOldPassword(ALICE)).isTrue();
    }

    @Test
    void fullQueueStopsNoChange() {
        world.courier.fillUp();

        assertThat(world.replaces(proof, "correct horse", Optional.empty())).isEqualTo(new Replaced());
        assertThat(world.hasOldPassword(ALICE)).isFalse();
    }
}
