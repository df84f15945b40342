// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.account.InMemoryAccounts;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.RecordingCourier;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.InMemoryTallies;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.UpdateOutcome.Reason;
import io.passwordrecovery.password.UpdateOutcome.Updated;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordUpdateTest {
    private static final Destination MAILBOX = new Destination(DeliveryMedium.EMAIL, "alice@example.test");

    static final String ALICE = "alice-id";
    static final String OLD = "old password";
    static final String NEW = "new password";
    static final SignedInUser WHO = new SignedInUser(ALICE, "session-1", new Caller("app", "192.0.2.1"));

    final MovableClock clock = new MovableClock();
    final InMemoryPasswords passwords = new InMemoryPasswords();
    final InMemoryLockout lockout = new InMemoryLockout(3);
    final RecordingSessions sessions = new RecordingSessions();
    final RecordingCourier courier = new RecordingCourier();
    final List<String> events = new ArrayList<>();

    PasswordUpdateTest() {
        passwords.give(ALICE, OLD);
    }

    @Test
    void rightPasswordIsReplacedAndItsOwnerIsTold() {
        UpdateOutcome outcome = update(Map.of(), OLD, NEW);

        assertThat(outcome).isEqualTo(new UpdateOutcome.Updated());
        assertThat(passwords.of(ALICE)).contains(NEW);
        assertThat(courier.sent()).hasSize(1);
        assertThat(courier.placesHeld()).isZero();
        assertThat(events).containsExactly("updated");
    }

    @Test
    void whoEnteredThePasswordAMomentAgoIsNotAskedAgain() {
        UpdateOutcome weak = updateTrusted("short");
        UpdateOutcome outcome = updateTrusted(NEW);

        assertThat(reason(weak)).isEqualTo(Reason.PASSWORD_REJECTED);
        assertThat(outcome).isEqualTo(new UpdateOutcome.Updated());
        assertThat(passwords.of(ALICE)).contains(NEW);
        assertThat(sessions.ended()).hasSize(1);
        assertThat(courier.sent()).hasSize(1);
        assertThat(events).containsExactly("PASSWORD_REJECTED", "updated");
    }

    @Test
    void nobodyIsToldWhereTheRealmSaysSo() {
        update(Map.of("notify-on-change", "false"), OLD, NEW);

        assertThat(courier.sent()).isEmpty();
    }

    @Test
    void wrongPasswordIsRefusedAndCounted() {
        UpdateOutcome outcome = update(Map.of(), "wrong", NEW);

        assertThat(reason(outcome)).isEqualTo(Reason.WRONG_PASSWORD);
        assertThat(lockout.wrongPasswordsOf(ALICE)).isEqualTo(1);
        assertThat(passwords.of(ALICE)).contains(OLD);
        assertThat(courier.placesHeld()).isZero();
        assertThat(events).containsExactly("WRONG_PASSWORD");
    }

    @Test
    void rightPasswordDoesNotOpenALockedAccount() {
        lockout.lock(ALICE);

        assertThat(reason(update(Map.of(), OLD, NEW))).isEqualTo(Reason.LOCKED);
        assertThat(passwords.of(ALICE)).contains(OLD);
    }

    @Test
    void lockedAccountTakesAsLongAsAWrongPassword() {
        update(Map.of(), "wrong", NEW);
        assertThat(passwords.pretended()).as("where it is checked").isZero();
        assertThat(lockout.pretended()).as("where it is counted").isZero();
        lockout.lock(ALICE);

        update(Map.of(), OLD, NEW);

        assertThat(passwords.pretended()).isEqualTo(1);
        assertThat(lockout.pretended()).isEqualTo(1);
        assertThat(lockout.wrongPasswordsOf(ALICE)).isEqualTo(3);
    }

    // Else the hundredth try would tell a locked account from wrong passwords.
    @Test
    void triesWhileTheAccountIsLockedAreCountedAsWrongOnes() {
        Map<String, String> settings = Map.of("failures-per-account", "5");
        lockout.lock(ALICE);
        for (int i = 0; i < 5; i++) {
            assertThat(reason(update(settings, OLD, NEW))).isEqualTo(Reason.LOCKED);
        }

        assertThat(reason(update(settings, OLD, NEW))).isEqualTo(Reason.TOO_MANY_FAILURES);
    }

    @Test
    void guessingEndsWhereKeycloakDoesNotProtectAndASuccessForgetsTheGuesses() {
        Map<String, String> settings = Map.of("failures-per-account", "5");
        update(settings, "wrong", NEW);
        update(settings, OLD, NEW);
        InMemoryTallies before = tallies;
        for (int i = 0; i < 5; i++) {
            lockout.passwordWasRight(ALICE, WHO.caller());
            assertThat(reason(update(settings, "wrong", OLD))).isEqualTo(Reason.WRONG_PASSWORD);
        }
        lockout.passwordWasRight(ALICE, WHO.caller());

        assertThat(reason(update(settings, NEW, "third password"))).isEqualTo(Reason.TOO_MANY_FAILURES);
        assertThat(before).isSameAs(tallies);
    }

    @Test
    void weakPasswordIsRefusedWithEveryBrokenRuleAfterTheRightOne() {
        passwords.give(ALICE, "short");

        UpdateOutcome outcome = update(Map.of(), "short", "short");

        assertThat(outcome).isInstanceOfSatisfying(UpdateOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.PASSWORD_REJECTED);
            assertThat(refused.violations()).hasSize(2);
        });
        assertThat(reason(update(Map.of(), "wrong", "short"))).isEqualTo(Reason.WRONG_PASSWORD);
    }

    @Test
    void fullQueueStopsNoChange() {
        courier.fillUp();

        UpdateOutcome outcome = update(Map.of(), OLD, NEW);

        assertThat(outcome).isEqualTo(new Updated());
        assertThat(passwords.of(ALICE)).contains(NEW);
    }

    @ParameterizedTest
    @CsvSource({"others,true,true", "others-but-offline,true,false", "none,false,", "ask,true,true"})
    void otherSessionsEndAsSet(String setting, boolean end, Boolean offlineToo) {
        update(Map.of("sign-out-after-update", setting), OLD, NEW);

        assertThat(sessions.ended())
                .isEqualTo(
                        end
                                ? List.of(new RecordingSessions.Ended(ALICE, Optional.of("session-1"), offlineToo))
                                : List.of());
    }

    @Test
    void userWhoIsAskedMayKeepTheOtherSessions() {
        PasswordChange change =
                PasswordChange.withCurrent(WHO, new Password(OLD), new Password(NEW), Optional.of(false));

        updater(Map.of("sign-out-after-update", "ask")).update(change);

        assertThat(sessions.ended()).isEmpty();
    }

    @Test
    void passwordsCheckThemselvesAndPrintNothing() {
        assertThatThrownBy(() -> new Password("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Password("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Password(NEW).toString() + new Password(OLD)).isEqualTo("[redacted][redacted]");
    }

    private final InMemoryTallies tallies = new InMemoryTallies(clock);

    private UpdateOutcome update(Map<String, String> settings, String current, String wanted) {
        PasswordChange change =
                PasswordChange.withCurrent(WHO, new Password(current), new Password(wanted), Optional.empty());
        return updater(settings).update(change);
    }

    private UpdateOutcome updateTrusted(String wanted) {
        return updater(Map.of()).update(PasswordChange.trusted(WHO, new Password(wanted), true));
    }

    private PasswordUpdate updater(Map<String, String> stored) {
        RecoverySettings settings = RecoverySettings.of(stored);
        ChangeNotices notices =
                accountId -> List.of(new ChangeNotice(accountId, MAILBOX, clock.instant(), Instant.MAX));
        InMemoryAccounts accounts = new InMemoryAccounts(passwords::versionOf);
        AfterPasswordChange after = new AfterPasswordChange(
                accounts, sessions, lockout, new InMemoryPasswordEpochs(), notices, courier, settings);
        return new PasswordUpdate(passwords, lockout, new FailureCount(tallies, settings, clock), after, recorder());
    }

    private UpdateEvents recorder() {
        return new UpdateEvents() {
            @Override
            public void updated(String accountId, Caller caller) {
                events.add("updated");
            }

            @Override
            public void refused(String accountId, Caller caller, Reason reason) {
                events.add(reason.name());
            }
        };
    }

    private static Reason reason(UpdateOutcome outcome) {
        return ((UpdateOutcome.Refused) outcome).reason();
    }
}
