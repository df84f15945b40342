// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;
import java.time.Instant;
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
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
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
import io.passwordrecovery.verification.AddressEntryOutcome.Reason;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;
import io.passwordrecovery.verification.AddressEntryOutcome.Sent;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneVerificationTest {
    private static final String NUMBER = "+12015550123";
    private static final String EMAIL = "alice@example.test";
    private static final String OTHER = "+12015550124";
    private static final Caller HOME = at("browser-1");

    private final MovableClock clock = new MovableClock();
    private final Instant begin = clock.instant();
    private final InMemoryCodeStore codes = new InMemoryCodeStore(clock);
    private final InMemorySlots slots = new InMemorySlots(clock);
    private final InMemoryTallies tallies = new InMemoryTallies(clock);
    private final InMemoryCounters counters = new InMemoryCounters(clock);
    private final InMemoryPendingRequests pendingRequests = new InMemoryPendingRequests(clock);
    private final RecordingCourier courier = new RecordingCourier();
    private final InMemoryAddressBook book = new InMemoryAddressBook();
    private final RecordedEvents events = new RecordedEvents();
    private final CodeGenerator generator = new CodeGenerator(new SeededRandom(7));
    private Map<String, String> stored = Map.of();

    @Test
    void numberIsTheUsersWhenItsCodeComesBack() {
        assertThat(enters("(201) 555-0123")).isInstanceOf(Sent.class);
        assertThat(book.of("alice")).isEqualTo(NUMBER + " unverified");

        assertThat(proves(NUMBER, lastCode())).isEqualTo(AddressProofOutcome.VERIFIED);

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
        assertThat(proves(NUMBER, first)).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(proves(NUMBER, lastCode())).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(proves(OTHER, lastCode())).isEqualTo(AddressProofOutcome.VERIFIED);
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

        assertThat(proves(NUMBER, code)).isEqualTo(AddressProofOutcome.VERIFIED);
        assertThat(proves(NUMBER, code)).isEqualTo(AddressProofOutcome.REFUSED);
    }

    @Test
    void codeIsGoodForItsUserAndInItsBrowserAlone() {
        enters(NUMBER);

        assertThat(verification().prove(new AddressProof("mallory", NUMBER, lastCode(), HOME)))
                .isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(verification().prove(new AddressProof("alice", NUMBER, lastCode(), at("browser-2"))))
                .isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(proves(NUMBER, lastCode())).isEqualTo(AddressProofOutcome.VERIFIED);
    }

    @Test
    void codeExpires() {
        enters(NUMBER);

        clock.advance(Duration.ofMinutes(10));

        assertThat(proves(NUMBER, lastCode())).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(book.of("alice")).isEqualTo(NUMBER + " unverified");
    }

    @Test
    void sixthGuessIsNotEvenCompared() {
        enters(NUMBER);
        for (int i = 0; i < 5; i++) {
            assertThat(proves(NUMBER, new ResetCode("wrong"))).isEqualTo(AddressProofOutcome.REFUSED);
        }

        assertThat(proves(NUMBER, lastCode())).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(events.lines).hasSize(6).allMatch("refused alice"::equals);
    }

    @Test
    void nextCodeHasToWait() {
        enters(NUMBER);

        AddressEntryOutcome second = enters(NUMBER);

        assertThat(second).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofSeconds(30)));
        assertThat(courier.sent(CodeMessage.class)).hasSize(1);
        assertThat(events.lines).containsExactly("throttled alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "+19002345678", "+18002345678", "+447400123456", "+1 201"})
    void numberThatNothingIsSentToIsRefusedAndKeptNowhere(String typed) {
        assertThat(enters(typed)).isEqualTo(new Refused(Reason.INVALID_ADDRESS, Duration.ZERO));

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
        assertThat(new AddressProof("alice", NUMBER, new ResetCode("123456"), HOME).toString())
                .doesNotContain(NUMBER, "123456");
    }

    @Test
    void registeredEmailAddressIsProvenByItsCode() {
        book.putEmail("alice", EMAIL);

        assertThat(asks(DeliveryMedium.EMAIL)).isEqualTo(new Sent(new Destination(DeliveryMedium.EMAIL, EMAIL)));
        assertThat(answers(DeliveryMedium.EMAIL, new ResetCode("000000"))).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(answers(DeliveryMedium.EMAIL, lastCode())).isEqualTo(AddressProofOutcome.VERIFIED);

        assertThat(book.emailOf("alice")).isEqualTo(EMAIL + " verified");
        assertThat(events.lines).containsExactly("refused alice", "verified alice EMAIL");
        assertThat(answers(DeliveryMedium.EMAIL, lastCode())).as("spent").isEqualTo(AddressProofOutcome.REFUSED);
    }

    @Test
    void registeredNumberIsProvenByItsCode() {
        book.putUnverified("alice", NUMBER);

        assertThat(asks(DeliveryMedium.SMS)).isInstanceOf(Sent.class);
        assertThat(answers(DeliveryMedium.EMAIL, lastCode()))
                .as("a code of another medium")
                .isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(answers(DeliveryMedium.SMS, lastCode())).isEqualTo(AddressProofOutcome.VERIFIED);

        assertThat(book.of("alice")).isEqualTo(NUMBER + " verified");
    }

    @Test
    void addressThatWasChangedMeanwhileIsNotProven() {
        book.putEmail("alice", EMAIL);
        asks(DeliveryMedium.EMAIL);

        book.putEmail("alice", "mallory@example.test");

        assertThat(answers(DeliveryMedium.EMAIL, lastCode())).isEqualTo(AddressProofOutcome.REFUSED);
        assertThat(book.emailOf("alice")).isEqualTo("mallory@example.test unverified");
    }

    @Test
    void nothingIsSentToWhoSignedInLongAgoOrHasNoAddress() {
        assertThat(asks(DeliveryMedium.EMAIL)).isEqualTo(new Refused(Reason.INVALID_ADDRESS, Duration.ZERO));
        book.putEmail("alice", EMAIL);
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(asks(DeliveryMedium.EMAIL)).isEqualTo(new Refused(Reason.STALE_SIGN_IN, Duration.ZERO));
        assertThat(courier.sent(CodeMessage.class)).isEmpty();
        assertThat(verification().maxAuthAge()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void emailsAreLimitedAsTextMessages() {
        book.putEmail("alice", EMAIL);
        asks(DeliveryMedium.EMAIL);

        assertThat(asks(DeliveryMedium.EMAIL)).isEqualTo(new Refused(Reason.THROTTLED, Duration.ofSeconds(30)));
        assertThat(events.lines).containsExactly("throttled alice");
        courier.fillUp();
        later();
        assertThat(asks(DeliveryMedium.EMAIL)).isEqualTo(new Refused(Reason.UNAVAILABLE, Duration.ZERO));
    }

    private AddressEntryOutcome asks(DeliveryMedium medium) {
        return verification().send(new OwnAddress("alice", medium, HOME, begin));
    }

    private AddressProofOutcome answers(DeliveryMedium medium, ResetCode code) {
        return verification().prove(new OwnAddress("alice", medium, HOME, begin), code);
    }

    private AddressEntryOutcome enters(String typed) {
        return verification().enter(new PhoneEntry("alice", typed, HOME));
    }

    private AddressProofOutcome proves(String number, ResetCode code) {
        return verification().prove(new AddressProof("alice", number, code, HOME));
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

    private AddressVerification verification() {
        RecoverySettings settings = RecoverySettings.of(new HashMap<>(stored));
        InMemoryKeys keys = new InMemoryKeys();
        PhoneNumbers inTheUs = new PhoneNumbers(Optional.of("US"));
        VerificationCodes verificationCodes = new VerificationCodes(
                "realm-1", new Codes(codes, new CodeDigest(keys), generator, clock), settings, clock);
        RequestLimits requests = new RequestLimits(slots, counters, pendingRequests, settings, clock);
        return new AddressVerification(
                new EnterPhoneNumber(
                        new AllowedNumbers(inTheUs, Set.of("1")),
                        requests,
                        new SmsLimits(counters, settings, keys.active(), clock),
                        verificationCodes,
                        book,
                        courier,
                        events),
                new SendEmailCode(requests, verificationCodes, courier, events),
                new ProveAddress(
                        new GuessLimits(tallies, new FailureCount(tallies, settings, clock), settings),
                        verificationCodes,
                        book,
                        events),
                book,
                clock,
                Duration.ofMinutes(5));
    }

    private static final class RecordedEvents implements VerificationEvents {
        final List<String> lines = new ArrayList<>();

        @Override
        public void verificationThrottled(String accountId, DeliveryMedium medium, Caller caller) {
            lines.add("throttled " + accountId);
        }

        @Override
        public void verificationCapped(String accountId, SmsCap cap, Caller caller) {
            lines.add("capped " + accountId + " " + cap);
        }

        @Override
        public void verificationRefused(String accountId, DeliveryMedium medium, Caller caller) {
            lines.add("refused " + accountId);
        }

        @Override
        public void verified(String accountId, DeliveryMedium medium, Caller caller) {
            lines.add("verified " + accountId + " " + medium);
        }
    }
}
