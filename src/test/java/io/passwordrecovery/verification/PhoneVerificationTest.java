// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.code.CodeDigest;
import io.passwordrecovery.code.CodeGenerator;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.code.InMemoryCodeStore;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.code.SeededRandom;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.delivery.RecordingCourier;
import io.passwordrecovery.keys.InMemoryKeys;
import io.passwordrecovery.limits.BrowserPage;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.limits.InMemoryCounters;
import io.passwordrecovery.limits.InMemoryPendingRequests;
import io.passwordrecovery.limits.InMemorySlots;
import io.passwordrecovery.limits.InMemoryTallies;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.phone.PhoneNumbers;
import io.passwordrecovery.settings.RecoverySettings;
import io.passwordrecovery.testkit.MovableClock;
import io.passwordrecovery.verification.PhoneEntryOutcome.Reason;
import io.passwordrecovery.verification.PhoneEntryOutcome.Refused;
import io.passwordrecovery.verification.PhoneEntryOutcome.Sent;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneVerificationTest {
    private static final String NUMBER = "+12015550123";
    private static final String OTHER = "+12015550124";
    private static final Caller HOME = at("browser-1");

    private final MovableClock clock = new MovableClock();
    private final InMemoryCodeStore codes = new InMemoryCodeStore(clock);
    private final InMemorySlots slots = new InMemorySlots(clock);
    private final InMemoryTallies tallies = new InMemoryTallies(clock);
    private final InMemoryCounters counters = new InMemoryCounters(clock);
    private final InMemoryPendingRequests pendingRequests = new InMemoryPendingRequests(clock);
    private final RecordingCourier courier = new RecordingCourier();
    private final InMemoryPhoneBook book = new InMemoryPhoneBook();
    private final RecordedEvents events = new RecordedEvents();
    private final CodeGenerator generator = new CodeGenerator(new SeededRandom(7));
    private Map<String, String> stored = Map.of();

    @Test
    void numberIsTheUsersWhenItsCodeComesBack() {
        assertThat(enters("(201) 555-0123")).isInstanceOf(Sent.class);
        assertThat(book.of("alice")).isEqualTo(NUMBER + " unverified");

        assertThat(proves(NUMBER, lastCode())).isEqualTo(PhoneProofOutcome.VERIFIED);

        assertThat(book.of("alice")).isEqualTo(NUMBER + " verified");
        assertThat(courier.sent(CodeMessage.class))
                .singleElement()
                .extracting(CodeMessage::purpose)
                .isEqualTo(CodePurpose.VERIFY_PHONE_NUMBER);
    }

    @Test
    void anotherNumberIsUnverifiedAtOnceAndTheOldCodeIsVoid() {
        book.putVerified("alice", NUMBER);
        enters(NUMBER);
        ResetCode first = lastCode();
        later();

        enters(OTHER);

        assertThat(book.of("alice")).isEqualTo(OTHER + " unverified");
        assertThat(proves(NUMBER, first)).isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(proves(NUMBER, lastCode())).isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(proves(OTHER, lastCode())).isEqualTo(PhoneProofOutcome.VERIFIED);
    }

    @Test
    void verifiedNumberStaysVerifiedWhileItIsProvenAgain() {
        book.putVerified("alice", NUMBER);

        enters("+1 201 555 0123");

        assertThat(book.of("alice")).isEqualTo(NUMBER + " verified");
    }

    @Test
    void codeIsSpentOnce() {
        enters(NUMBER);
        ResetCode code = lastCode();

        assertThat(proves(NUMBER, code)).isEqualTo(PhoneProofOutcome.VERIFIED);
        assertThat(proves(NUMBER, code)).isEqualTo(PhoneProofOutcome.REFUSED);
    }

    @Test
    void codeIsGoodForItsUserAndInItsBrowserAlone() {
        enters(NUMBER);

        assertThat(verification().prove(new PhoneProof("mallory", NUMBER, lastCode(), HOME)))
                .isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(verification().prove(new PhoneProof("alice", NUMBER, lastCode(), at("browser-2"))))
                .isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(proves(NUMBER, lastCode())).isEqualTo(PhoneProofOutcome.VERIFIED);
    }

    @Test
    void codeExpires() {
        enters(NUMBER);

        clock.advance(Duration.ofMinutes(10));

        assertThat(proves(NUMBER, lastCode())).isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(book.of("alice")).isEqualTo(NUMBER + " unverified");
    }

    @Test
    void sixthGuessIsNotEvenCompared() {
        enters(NUMBER);
        for (int i = 0; i < 5; i++) {
            assertThat(proves(NUMBER, new ResetCode("wrong"))).isEqualTo(PhoneProofOutcome.REFUSED);
        }

        assertThat(proves(NUMBER, lastCode())).isEqualTo(PhoneProofOutcome.REFUSED);
        assertThat(events.lines).hasSize(6).allMatch("refused alice"::equals);
    }

    @Test
    void nextCodeHasToWait() {
        enters(NUMBER);

        PhoneEntryOutcome second = enters(NUMBER);

        assertThat(second).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofSeconds(30)));
        assertThat(courier.sent(CodeMessage.class)).hasSize(1);
        assertThat(events.lines).containsExactly("throttled alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "+19002345678", "+18002345678", "+447400123456", "+1 201"})
    void numberThatNothingIsSentToIsRefusedAndKeptNowhere(String typed) {
        assertThat(enters(typed)).isEqualTo(new Refused(Reason.INVALID_NUMBER, Duration.ZERO));

        assertThat(book.of("alice")).isEqualTo("none");
        assertThat(courier.sent(CodeMessage.class)).isEmpty();
    }

    @Test
    void cappedMessageIsToldAndChangesNothing() {
        stored = Map.of("sms-per-day", "0");
        book.putVerified("alice", NUMBER);

        assertThat(enters(OTHER)).isEqualTo(new Refused(Reason.UNAVAILABLE, Duration.ZERO));

        assertThat(book.of("alice")).isEqualTo(NUMBER + " verified");
        assertThat(events.lines).containsExactly("capped alice REALM");
    }

    @Test
    void numbersOfManyUsersShareTheNumbersCap() {
        stored = Map.of("sms-per-number", "2,2");

        assertThat(verification().enter(new PhoneEntry("u1", NUMBER, HOME))).isInstanceOf(Sent.class);
        assertThat(verification().enter(new PhoneEntry("u2", NUMBER, HOME))).isInstanceOf(Sent.class);
        assertThat(verification().enter(new PhoneEntry("u3", NUMBER, HOME))).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsPrintedHoldsNeitherNumberNorCode() {
        assertThat(new PhoneEntry("alice", NUMBER, HOME).toString()).doesNotContain(NUMBER);
        assertThat(new PhoneProof("alice", NUMBER, new ResetCode("123456"), HOME).toString())
                .doesNotContain(NUMBER, "123456");
    }

    private PhoneEntryOutcome enters(String typed) {
        return verification().enter(new PhoneEntry("alice", typed, HOME));
    }

    private PhoneProofOutcome proves(String number, ResetCode code) {
        return verification().prove(new PhoneProof("alice", number, code, HOME));
    }

    private ResetCode lastCode() {
        List<CodeMessage> sent = courier.sent(CodeMessage.class);
        return sent.get(sent.size() - 1).code();
    }

    private void later() {
        clock.advance(Duration.ofSeconds(30));
    }

    private static Caller at(String browser) {
        return new Caller("app", "198.51.100.7", new BrowserPage(browser, ""));
    }

    private PhoneVerification verification() {
        RecoverySettings settings = RecoverySettings.of(new HashMap<>(stored));
        InMemoryKeys keys = new InMemoryKeys();
        PhoneNumbers inTheUs = new PhoneNumbers(Optional.of("US"));
        PhoneCodes phoneCodes =
                new PhoneCodes("realm-1", new Codes(codes, new CodeDigest(keys), generator, clock), settings, clock);
        return new PhoneVerification(
                new EnterPhoneNumber(
                        new AllowedNumbers(inTheUs, Set.of("1")),
                        new RequestLimits(slots, counters, pendingRequests, settings, clock),
                        new SmsLimits(counters, settings, keys.active(), clock),
                        phoneCodes,
                        book,
                        courier,
                        events),
                new ProvePhoneNumber(
                        new GuessLimits(tallies, new FailureCount(tallies, settings, clock), settings),
                        phoneCodes,
                        book,
                        events));
    }

    private static final class RecordedEvents implements VerificationEvents {
        final List<String> lines = new ArrayList<>();

        @Override
        public void verificationThrottled(String accountId, Caller caller) {
            lines.add("throttled " + accountId);
        }

        @Override
        public void verificationCapped(String accountId, SmsCap cap, Caller caller) {
            lines.add("capped " + accountId + " " + cap);
        }

        @Override
        public void verificationRefused(String accountId, Caller caller) {
            lines.add("refused " + accountId);
        }
    }
}
