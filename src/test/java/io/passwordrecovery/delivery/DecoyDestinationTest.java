// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.keys.InMemoryKeys;

import static io.passwordrecovery.delivery.DeliveryMedium.EMAIL;
import static io.passwordrecovery.delivery.DeliveryMedium.SMS;
import static org.assertj.core.api.Assertions.assertThat;

class DecoyDestinationTest {
    private static final int NAMES = 1_000;

    private final InMemoryKeys keys = new InMemoryKeys();

    @Test
    void decoyIsAlwaysTheSameForOneName() {
        for (int i = 0; i < 50; i++) {
            String name = "name-" + i;

            assertThat(decoys(EMAIL, SMS).of(name, Optional.empty()))
                    .isEqualTo(decoys(EMAIL, SMS).of(name, Optional.empty()));
        }
    }

    @Test
    void decoyIsNotToBeComputedWithoutTheRealmsKey() {
        List<CodeDelivery> here = decoysOfManyNames(Optional.empty(), SMS);
        keys.rotateTo("another realm's");

        assertThat(decoysOfManyNames(Optional.empty(), SMS)).isNotEqualTo(here);
    }

    @Test
    void decoyHasTheFormOfARealDestination() {
        assertThat(decoysOfManyNames(Optional.empty(), EMAIL, SMS)).allSatisfy(decoy -> {
            String form = decoy.medium() == EMAIL ? "\\p{L}\\*\\*\\*@\\p{L}\\*\\*\\*" : "\\+\\*{7}[0-9]{4}";
            assertThat(decoy.destination()).matches(form);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.test", "\u00e4rger@example.test", "a@b@c.test", "alice@"})
    void typedEmailAddressMasksItself(String address) {
        CodeDelivery decoy = decoys(EMAIL, SMS).of(address, Optional.empty());

        assertThat(decoy).isEqualTo(CodeDelivery.to(new Destination(EMAIL, address)));
    }

    @Test
    void typedPhoneNumberMasksItself() {
        CodeDelivery decoy = decoys(SMS, EMAIL).of("+15550100", Optional.empty());

        assertThat(decoy).isEqualTo(new CodeDelivery(SMS, "+*******0100"));
    }

    @Test
    void userNameOfDigitsIsNoPhoneNumber() {
        CodeDelivery decoy = decoys(SMS).of("20261234", Optional.empty());

        assertThat(decoy.destination()).matches("\\+\\*{7}[0-9]{4}").doesNotEndWith("1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "+", "1", "\ud83d\ude00", "-", "\u0627\u062d\u0645\u062f"})
    void everyNameHasADecoy(String name) {
        assertThat(decoys(EMAIL).of(name, Optional.empty()).destination()).matches("\\p{L}\\*\\*\\*@\\p{L}\\*\\*\\*");
        assertThat(decoys(SMS).of(name, Optional.empty()).destination()).matches("\\+\\*{7}[0-9]{4}");
    }

    @Test
    void manyDecoysBeginAsTheNameDoesAndManyDoNot() {
        List<CodeDelivery> decoys = decoysOfManyNames(Optional.empty(), EMAIL);

        long likeTheName = decoys.stream()
                .filter(decoy -> decoy.destination().startsWith("n***"))
                .count();
        assertThat(likeTheName).isBetween(NAMES * 6L / 10, NAMES * 9L / 10);
    }

    @Test
    void realmWithOneMediumHasDecoysOfThatOneWhateverIsWished() {
        assertThat(decoysOfManyNames(Optional.of(SMS), EMAIL)).allMatch(decoy -> decoy.medium() == EMAIL);
        assertThat(decoysOfManyNames(Optional.of(EMAIL), SMS)).allMatch(decoy -> decoy.medium() == SMS);
        assertThat(decoys(SMS).of("alice@example.test", Optional.empty()).medium())
                .isEqualTo(SMS);
    }

    @Test
    void realmWithBothMediaUsesTheFirstForMostAndTheOtherForSome() {
        Map<DeliveryMedium, Long> counts = decoysOfManyNames(Optional.empty(), EMAIL, SMS).stream()
                .collect(Collectors.groupingBy(CodeDelivery::medium, Collectors.counting()));

        assertThat(counts.get(EMAIL)).isGreaterThan(NAMES * 3L / 4);
        assertThat(counts.get(SMS)).isPositive();
    }

    // An account with one medium does not grant the wish for the other: if every decoy did, that would tell.
    @Test
    void wishIsGrantedToManyAndNotToAll() {
        Map<DeliveryMedium, Long> counts = decoysOfManyNames(Optional.of(SMS), EMAIL, SMS).stream()
                .collect(Collectors.groupingBy(CodeDelivery::medium, Collectors.counting()));

        assertThat(counts.get(SMS)).isBetween(NAMES / 4L, NAMES * 3L / 4);
        assertThat(counts.get(EMAIL)).isBetween(NAMES / 4L, NAMES * 3L / 4);
    }

    // Users may prefer a medium: an answer by the other one must not tell that somebody does.
    @Test
    void typedEmailAddressIsAnsweredWithAPhoneForFewWhereEmailComesFirst() {
        long phones = IntStream.range(0, NAMES)
                .mapToObj(i -> decoys(EMAIL, SMS).of("name-" + i + "@example.test", Optional.empty()))
                .filter(decoy -> decoy.medium() == SMS)
                .count();

        assertThat(phones).isBetween(1L, NAMES / 10L);
    }

    @Test
    void typedNumberThatNothingIsSentToIsAnsweredWithAnEmailAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(decoys(SMS, EMAIL)
                            .of("+900555%04d".formatted(i), Optional.of(SMS))
                            .medium())
                    .isEqualTo(EMAIL);
        }
    }

    private List<CodeDelivery> decoysOfManyNames(Optional<DeliveryMedium> wish, DeliveryMedium... order) {
        DecoyDestination decoys = decoys(order);
        return IntStream.range(0, NAMES)
                .mapToObj(number -> decoys.of("name-" + number, wish))
                .toList();
    }

    private DecoyDestination decoys(DeliveryMedium... order) {
        return new DecoyDestination(keys.active(), List.of(order), number -> !number.startsWith("+900"));
    }
}
