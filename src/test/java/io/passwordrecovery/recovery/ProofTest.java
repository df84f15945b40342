// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.BrowserPage;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.recovery.ConfirmOutcome.Confirmed;
import io.passwordrecovery.recovery.ProofOutcome.Proven;
import io.passwordrecovery.recovery.ProofOutcome.Refused;
import io.passwordrecovery.testkit.Crowd;

import static org.assertj.core.api.Assertions.assertThat;

class ProofTest {
    private static final Person ALICE = Person.named("alice");
    private static final Person BOB = Person.named("bob");
    private static final Caller TAB = page("browser-1");

    private final RecoveryWorld world = RecoveryWorld.standard().has(ALICE, BOB);

    @BeforeEach
    void aliceHasACodeInHerBrowser() {
        world.asks("alice", TAB, Optional.empty());
    }

    @Test
    void rightCodeProvesWhoseAccountItIs() {
        ProofOutcome outcome = world.proves("alice", world.codeFor(ALICE), TAB);

        assertThat(outcome).isInstanceOfSatisfying(Proven.class, proven -> {
            assertThat(proven.proof().accountId()).isEqualTo(ALICE.accountId());
            assertThat(proven.proof().medium()).isEqualTo(DeliveryMedium.EMAIL);
            assertThat(proven.proof().until()).isEqualTo(world.clock.instant().plus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void rightCodeIsAnEventAtOnce() {
        world.proves("alice", world.codeFor(ALICE), TAB);

        assertThat(world.events.last())
                .startsWith("ownershipProven " + ALICE.accountId())
                .endsWith("app 198.51.100.7");
    }

    @Test
    void codeIsSpentByTheProof() {
        ResetCode code = world.codeFor(ALICE);
        world.proves("alice", code, TAB);

        ProofOutcome outcome = world.proves("alice", code, TAB);

        assertThat(outcome).isInstanceOf(Refused.class);
    }

    @Test
    void ofTwoTabsThatEnterTheCodeOneWins() {
        ResetCode code = world.codeFor(ALICE);

        assertThat(Crowd.of(20, number -> world.proves("alice", code, TAB)))
                .filteredOn(Proven.class::isInstance)
                .hasSize(1);
    }

    @Test
    void wrongCodeTellsTheAttemptsThatAreLeft() {
        assertThat(world.proves("alice", world.wrongCode(), TAB))
                .isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, 4, Duration.ZERO));
        assertThat(world.proves("alice", world.wrongCode(), TAB))
                .isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, 3, Duration.ZERO));
    }

    @Test
    void unknownNameIsToldTheSame() {
        world.asks("nobody", TAB, Optional.empty());

        assertThat(world.proves("nobody", world.wrongCode(), TAB))
                .isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, 4, Duration.ZERO));
    }

    @Test
    void rightCodeIsRefusedAfterFiveWrongOnes() {
        for (int guess = 0; guess < 5; guess++) {
            world.proves("alice", world.wrongCode(), TAB);
        }

        ProofOutcome outcome = world.proves("alice", world.codeFor(ALICE), TAB);

        assertThat(outcome).isEqualTo(new Refused(RefusalReason.TOO_MANY_ATTEMPTS, 0, Duration.ofSeconds(30)));
    }

    @Test
    void codeIsExpiredAfterItsLifetime() {
        world.advance(Duration.ofMinutes(10));

        ProofOutcome outcome = world.proves("alice", world.codeFor(ALICE), TAB);

        assertThat(outcome).isEqualTo(new Refused(RefusalReason.CODE_EXPIRED, 0, Duration.ZERO));
    }

    @Test
    void codeBelongsToTheBrowserThatAskedForIt() {
        ProofOutcome outcome = world.proves("alice", world.codeFor(ALICE), page("browser-2"));

        assertThat(outcome).isEqualTo(new Refused(RefusalReason.CODE_MISMATCH, 4, Duration.ZERO));
    }

    @Test
    void codeOfAPageIsNoneForTheApi() {
        ConfirmOutcome outcome = world.confirms("alice", world.codeFor(ALICE));

        assertThat(outcome).isNotEqualTo(new Confirmed());
    }

    @Test
    void codeOfAnotherAccountProvesNothing() {
        world.asks("bob", TAB, Optional.empty());

        ProofOutcome outcome = world.proves("alice", world.codeFor(BOB), TAB);

        assertThat(outcome).isInstanceOf(Refused.class);
    }

    @Test
    void refusedProofIsAnEvent() {
        world.proves("alice", world.wrongCode(), TAB);

        assertThat(world.events.last()).isEqualTo("confirmRefused alice id-of-alice CODE_MISMATCH app 198.51.100.7");
    }

    @Test
    void onlyAnAccountWithAnAddressIsReached() {
        world.accounts.put(Person.named("carol").withoutEmail());

        assertThat(world.recovery().reaches(ALICE.accountId())).isTrue();
        assertThat(world.recovery().reaches("id-of-nobody")).isFalse();
        assertThat(world.recovery().reaches(Person.named("carol").accountId())).isFalse();
    }

    private static Caller page(String browser) {
        return new Caller("app", "198.51.100.7", new BrowserPage(browser, "https://login.example.test/back"));
    }
}
