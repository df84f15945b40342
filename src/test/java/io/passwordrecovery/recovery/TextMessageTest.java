// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.account.Person;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.recovery.ResetRequestOutcome.Accepted;
import io.passwordrecovery.recovery.ResetRequestOutcome.Throttled;

import static io.passwordrecovery.delivery.DeliveryMedium.EMAIL;
import static io.passwordrecovery.delivery.DeliveryMedium.SMS;
import static org.assertj.core.api.Assertions.assertThat;

/** Which medium a code takes, and what the caller is told of it. */
class TextMessageTest {
    private static final String NUMBER = "+12015550123";
    private static final Person ALICE = Person.named("alice").withPhone(NUMBER);

    @Test
    void usersPreferenceComesBeforeTheCallersWish() {
        RecoveryWorld world = RecoveryWorld.with("show-destination", "masked").has(ALICE.preferring(SMS));

        assertThat(shown(world.asks("alice", RecoveryWorld.HOME, Optional.of(EMAIL))))
                .isEqualTo(new CodeDelivery(SMS, "+*******0123"));
        assertThat(sentBy(world)).containsExactly(SMS);
    }

    @Test
    void callersWishComesBeforeTheRealmsOrder() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE);

        world.asks("alice", RecoveryWorld.HOME, Optional.of(SMS));

        assertThat(sentBy(world)).containsExactly(SMS);
    }

    @Test
    void preferenceForWhatTheAccountLacksIsNone() {
        RecoveryWorld world = RecoveryWorld.standard().has(Person.named("alice").preferring(SMS));

        world.asks("alice");

        assertThat(sentBy(world)).containsExactly(EMAIL);
    }

    @Test
    void mediumThatTheRealmDoesNotUseIsNobodysPreference() {
        RecoveryWorld world = RecoveryWorld.with("delivery-order", "EMAIL").has(ALICE.preferring(SMS));

        world.asks("alice");

        assertThat(sentBy(world)).containsExactly(EMAIL);
    }

    @Test
    void nothingOfTheAccountIsShownUnlessTheRealmSaysSo() {
        RecoveryWorld world = RecoveryWorld.standard().has(ALICE.preferring(SMS));

        assertThat(shown(world.asks("alice", RecoveryWorld.HOME, Optional.of(EMAIL))))
                .isEqualTo(shown(world.asks("nobody", RecoveryWorld.HOME, Optional.of(EMAIL))))
                .isEqualTo(new CodeDelivery(EMAIL, "***@***"));
    }

    // A decoy that always followed the caller's wish would tell whoever does not to exist.
    @Test
    void unknownNamesFollowAWishAsOftenAsPeopleMight() {
        RecoveryWorld world = new RecoveryWorld(Map.of("show-destination", "masked", "codes-per-ip-hour", "1000000"));

        List<DeliveryMedium> media = IntStream.range(0, 400)
                .mapToObj(i -> shown(world.asks("name-" + i, RecoveryWorld.HOME, Optional.of(EMAIL))))
                .map(CodeDelivery::medium)
                .toList();

        assertThat(media).contains(EMAIL, SMS);
        assertThat(media.stream().filter(SMS::equals)).hasSizeBetween(20, 130);
    }

    @Test
    void codeByTextMessageSetsAPassword() {
        RecoveryWorld world = RecoveryWorld.with("delivery-order", "SMS,EMAIL").has(ALICE);
        world.asks("alice");

        assertThat(world.confirms("alice", world.codeFor(ALICE))).isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void anotherNumberMakesTheCodeVoid() {
        RecoveryWorld world = RecoveryWorld.with("delivery-order", "SMS,EMAIL").has(ALICE);
        world.asks("alice");

        world.accounts.put(ALICE.withPhone("+12015550124"));

        assertThat(RecoveryWorld.reasonOf(world.confirms("alice", world.codeFor(ALICE))))
                .isEqualTo(RefusalReason.CODE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms-per-day", "sms-per-number", "sms-per-account", "sms-per-ip", "sms-per-country"})
    void cappedMessageGoesByEmailAndTheCallerIsToldTheSame(String cap) {
        RecoveryWorld world =
                smsWorld(Map.of(cap, cap.equals("sms-per-day") ? "0" : "0,0")).has(ALICE);

        CodeDelivery shown = shown(world.asks("alice"));

        assertThat(shown).isEqualTo(new CodeDelivery(SMS, "+*******"));
        assertThat(sentBy(world)).containsExactly(EMAIL);
        assertThat(world.events.lines()).anyMatch(line -> line.startsWith("smsCapped id-of-alice"));
        assertThat(world.confirms("alice", world.codeFor(ALICE))).isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void cappedMessageOfAnAccountWithoutEmailIsWithheld() {
        Person bob = Person.named("bob").withoutEmail().withPhone(NUMBER);
        RecoveryWorld world = smsWorld(Map.of("sms-per-day", "0")).has(bob);

        assertThat(shown(world.asks("bob"))).isEqualTo(new CodeDelivery(SMS, "+*******"));
        assertThat(sentBy(world)).isEmpty();
        assertThat(world.events.lines()).anyMatch(line -> line.startsWith("smsCapped id-of-bob REALM"));
        assertThat(world.events.last()).startsWith("codeWithheld bob LIMITED");
    }

    @Test
    void unknownNamesUseUpNothing() {
        RecoveryWorld world = smsWorld(Map.of("sms-per-day", "1", "codes-per-ip-hour", "1000000"))
                .has(ALICE);
        for (int i = 0; i < 50; i++) {
            world.asks("name-" + i);
        }

        world.asks("alice");

        assertThat(sentBy(world)).containsExactly(SMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12015550123", "+1 201 555 0123", "(201) 555-0123", "201.555.0123", "1 201 555 0123"})
    void phoneNumberInAnyUsualSpellingIsAUserName(String spelling) {
        RecoveryWorld world = smsWorld(Map.of("phone-as-username", "true")).has(ALICE);

        world.asks(spelling);

        assertThat(sentBy(world)).containsExactly(SMS);
        assertThat(world.confirms("+1-201-555-0123", world.codeFor(ALICE)))
                .isInstanceOf(ConfirmOutcome.Confirmed.class);
    }

    @Test
    void spellingsOfOneNumberShareItsLimits() {
        RecoveryWorld world = smsWorld(Map.of("phone-as-username", "true"));

        assertThat(world.asks("+12015550123")).isInstanceOf(Accepted.class);
        assertThat(world.asks("(201) 555-0123")).isInstanceOf(Throttled.class);
    }

    @Test
    void typedNumberMasksItselfWhoeverHasIt() {
        RecoveryWorld world = smsWorld(Map.of("phone-as-username", "true")).has(ALICE.withPhone("+12015550199"));

        CodeDelivery unknown = shown(world.asks("(201) 555-0111"));

        assertThat(unknown).isEqualTo(new CodeDelivery(SMS, "+*******0111"));
        assertThat(shown(world.asks("201 555 0199"))).isEqualTo(new CodeDelivery(SMS, "+*******0199"));
    }

    private static RecoveryWorld smsWorld(Map<String, String> stored) {
        Map<String, String> all = new HashMap<>(Map.of("delivery-order", "SMS,EMAIL"));
        all.putAll(stored);
        return new RecoveryWorld(all);
    }

    private static CodeDelivery shown(ResetRequestOutcome outcome) {
        return ((Accepted) outcome).delivery();
    }

    private static List<DeliveryMedium> sentBy(RecoveryWorld world) {
        return world.courier.sent(CodeMessage.class).stream()
                .map(message -> message.destination().medium())
                .toList();
    }
}
