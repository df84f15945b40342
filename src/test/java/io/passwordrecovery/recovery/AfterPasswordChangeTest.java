// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.password.RecordingSessions.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/** What follows a reset, and what is recorded of it. */
class AfterPasswordChangeTest {
    private static final Person ALICE = Person.named("alice");

    @ParameterizedTest
    @CsvSource({"all, true", "all-but-offline, false"})
    void sessionsEndAsTheRealmSays(String setting, boolean offlineToo) {
        RecoveryWorld world =
                RecoveryWorld.with("sign-out-after-reset", setting).has(ALICE);

        reset(world);

        assertThat(world.sessions.ended()).containsExactly(new Ended(ALICE.accountId(), Optional.empty(), offlineToo));
    }

    @Test
    void sessionsGoOnWhereTheRealmSaysSo() {
        RecoveryWorld world = RecoveryWorld.with("sign-out-after-reset", "none").has(ALICE);

        reset(world);

        assertThat(world.sessions.ended()).isEmpty();
    }

    @Test
    void refusedConfirmationEndsNoSessionAndSendsNoNotice() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.asks("alice");

        world.confirms("alice", world.wrongCode());
        world.confirms("alice", world.codeFor(ALICE), "short");

        assertThat(world.sessions.ended()).isEmpty();
        assertThat(world.courier.sent(ChangeNotice.class)).isEmpty();
        assertThat(world.courier.placesHeld()).isZero();
    }

    @Test
    void ownerIsTold() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);

        reset(world);

        assertThat(world.courier.sent(ChangeNotice.class))
                .extracting(ChangeNotice::accountId)
                .containsExactly(ALICE.accountId());
        assertThat(world.courier.placesHeld()).isZero();
    }

    @Test
    void ownerIsNotToldWhereTheRealmSaysSo() {
        RecoveryWorld world = RecoveryWorld.with("notify-on-change", "false").has(ALICE);

        reset(world);

        assertThat(world.courier.sent(ChangeNotice.class)).isEmpty();
        assertThat(world.courier.placesHeld()).isZero();
    }

    @Test
    void eventsTellTheStoryWithoutItsSecrets() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.asks("alice");
        ResetCode code = world.codeFor(ALICE);

        world.confirms("alice", world.wrongCode());
        world.confirms("alice", code, "short");
        world.confirms("alice", code, "correct horse");
        world.confirms("alice", code);

        assertThat(world.events.lines())
                .isEqualTo(List.of(
                        "codeSent id-of-alice EMAIL a***@e*** app 198.51.100.7",
                        "confirmRefused alice id-of-alice CODE_MISMATCH app 198.51.100.7",
                        "confirmRefused alice id-of-alice PASSWORD_REJECTED app 198.51.100.7",
                        "passwordReset id-of-alice EMAIL:a***@e*** app 198.51.100.7",
                        "confirmRefused alice id-of-alice CODE_MISMATCH app 198.51.100.7"));
    }

    @Test
    void ownerStartsAnewWithTypingErrorsAfterwards() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.lockout.passwordWasWrong(ALICE.accountId(), RecoveryWorld.HOME);
        world.lockout.passwordWasWrong(ALICE.accountId(), RecoveryWorld.HOME);

        reset(world);

        assertThat(world.lockout.wrongPasswordsOf(ALICE.accountId())).isZero();
    }

    @Test
    void lockoutThatStandsIsNotEnded() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);
        world.asks("alice");
        ResetCode code = world.codeFor(ALICE);
        // Locked between the look-up and the new password.
        world.passwords.beforeNextSet(() -> world.lockout.lock(ALICE.accountId()));

        world.confirms("alice", code);

        assertThat(world.lockout.isLocked(ALICE.accountId())).isTrue();
    }

    private static void reset(RecoveryWorld world) {
        world.asks("alice");
        world.confirms("alice", world.codeFor(ALICE));
    }
}
