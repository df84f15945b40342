// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "alice@example.test, a***@e***",
        "a@b, a***@b***",
        "\u00e4rger@\u00f6l.test, \u00e4***@\u00f6***",
        "\ud83d\ude00smile@\ud83d\ude00.test, \ud83d\ude00***@\ud83d\ude00***",
        "'\"odd@local\"@example.test', '\"***@e***'",
        "no-sign, ***@n***",
        "alice@, a***@***",
        "@example.test, ***@e***",
    })
    void emailAddressShowsOneLetterOfEachHalf(String address, String masked) {
        assertThat(new Destination(DeliveryMedium.EMAIL, address).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "+15550100, +*******0100",
        "+4915550123456, +*******3456",
        "+1234, +*******1234",
        "123, +*******123",
        "'', +*******",
    })
    void phoneNumberShowsItsLastFourDigitsAndNotItsLength(String number, String masked) {
        assertThat(new Destination(DeliveryMedium.SMS, number).masked()).isEqualTo(masked);
    }

    @Test
    void textOfADestinationIsMasked() {
        assertThat(new Destination(DeliveryMedium.EMAIL, "alice@example.test")).hasToString("EMAIL:a***@e***");
    }

    @Test
    void whatIsToldOfADeliveryIsMaskedAndNamesTheAttribute() {
        CodeDelivery byEmail = CodeDelivery.to(new Destination(DeliveryMedium.EMAIL, "alice@example.test"));
        CodeDelivery bySms = CodeDelivery.to(new Destination(DeliveryMedium.SMS, "+15550100"));

        assertThat(byEmail.destination()).isEqualTo("a***@e***");
        assertThat(byEmail.attributeName()).isEqualTo("email");
        assertThat(bySms.destination()).isEqualTo("+*******0100");
        assertThat(bySms.attributeName()).isEqualTo("phone_number");
    }
}
