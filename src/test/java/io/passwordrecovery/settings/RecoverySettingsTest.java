// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.passwordrecovery.delivery.DeliveryMedium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecoverySettingsTest {
    @Test
    void everyOptionHasADefaultOfItsOwnFormAndAKeyOfItsOwn() {
        assertThat(RecoveryOptions.ALL)
                .allSatisfy(option -> assertThat(option.defaultValue()).isNotNull());
        assertThat(RecoveryOptions.ALL).extracting(Option::key).doesNotHaveDuplicates();
    }

    @Test
    void storedValuesAreReadAndOthersAreDefaults() {
        RecoverySettings settings = RecoverySettings.of(Map.of(
                "code-length", " 8 ",
                "cooldown", "",
                "delivery-order", "SMS , EMAIL",
                "allowed-clients", "app, web",
                "sign-out-after-reset", "all-but-offline",
                "another-plugins", "x"));

        assertThat(settings.get(RecoveryOptions.CODE_LENGTH)).isEqualTo(8);
        assertThat(settings.get(RecoveryOptions.COOLDOWN)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.get(RecoveryOptions.DELIVERY_ORDER))
                .isEqualTo(List.of(DeliveryMedium.SMS, DeliveryMedium.EMAIL));
        assertThat(settings.get(RecoveryOptions.ALLOWED_CLIENTS)).isEqualTo(Set.of("app", "web"));
        assertThat(settings.get(RecoveryOptions.SIGN_OUT_AFTER_RESET)).isEqualTo(SignOutAfterReset.ALL_BUT_OFFLINE);
        assertThat(settings.get(PhoneOptions.SMS_GATEWAY)).isEmpty();
        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code-length|4|code-length must be 6 to 12 digits, but is 4",
                "code-length|six|code-length must be 6 to 12 digits, but is six",
                "code-lifetime|59|code-lifetime must be 60 to 86400 seconds, but is 59",
                "attempts-per-code|11|attempts-per-code must be 1 to 10 attempts, but is 11",
                "failures-per-account|4|failures-per-account must be 5 to 100 failures, but is 4",
                "notify-on-change|yes|notify-on-change must be true or false, but is yes",
                "delivery-order|FAX|delivery-order must be one or more of EMAIL, SMS, separated by commas, but is FAX",
                "sign-in-again|maybe|sign-in-again must be one of second-factor, always, never, but is maybe",
                "sms-country-codes|049|sms-country-codes must be calling codes of 1 to 3 digits, separated by commas, or empty, but is 049",
                "sms-gateway|a b|sms-gateway must be the id of an installed SMS gateway, or empty, but is a b",
            })
    void badValueIsNamedWithTheAcceptedFormAndReplacedByTheDefault(String key, String value, String message) {
        RecoverySettings settings = RecoverySettings.of(Map.of(key, value));

        assertThat(settings.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem).hasMessage(message);
        });
        assertThat(settings.get(RecoveryOptions.CODE_LENGTH)).isEqualTo(6);
    }

    @Test
    void messageShowsOneShortLineOfWhatWasStored() {
        assertThatThrownBy(() -> RecoveryOptions.CODE_LENGTH.parse("4\n" + "x".repeat(100)))
                .hasMessageEndingWith("but is 4?" + "x".repeat(38) + "…");
    }

    @Test
    void mediumGivenTwiceIsRefused() {
        assertThat(RecoverySettings.of(Map.of("delivery-order", "SMS,SMS")).problems())
                .hasSize(1);
    }

    @Test
    void optionOutsideTheListHasNoValue() {
        Option<Boolean> stranger = new Option<>("stranger", "", "", "true", Format.bool());

        assertThatThrownBy(() -> RecoverySettings.of(Map.of()).get(stranger)).hasMessageContaining("stranger");
    }
}
