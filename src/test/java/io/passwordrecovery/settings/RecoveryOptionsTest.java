// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.settings;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.passwordrecovery.delivery.DeliveryMedium.EMAIL;
import static io.passwordrecovery.delivery.DeliveryMedium.SMS;
import static io.passwordrecovery.settings.ClientOptions.CODES_PER_CLIENT_HOUR;
import static io.passwordrecovery.settings.ClientOptions.CONFIRMATIONS_PER_CLIENT_HOUR;
import static io.passwordrecovery.settings.PhoneOptions.DEFAULT_REGION;
import static io.passwordrecovery.settings.PhoneOptions.PHONE_AS_USERNAME;
import static io.passwordrecovery.settings.PhoneOptions.SMS_COUNTRY_CODES;
import static io.passwordrecovery.settings.PhoneOptions.SMS_GATEWAY;
import static io.passwordrecovery.settings.PhoneOptions.SMS_PER_ACCOUNT;
import static io.passwordrecovery.settings.PhoneOptions.SMS_PER_COUNTRY;
import static io.passwordrecovery.settings.PhoneOptions.SMS_PER_DAY;
import static io.passwordrecovery.settings.PhoneOptions.SMS_PER_IP;
import static io.passwordrecovery.settings.PhoneOptions.SMS_PER_NUMBER;
import static io.passwordrecovery.settings.PhoneOptions.SMS_SECOND_FACTORS;
import static io.passwordrecovery.settings.RecoveryOptions.ALLOWED_CLIENTS;
import static io.passwordrecovery.settings.RecoveryOptions.ATTEMPTS_PER_CODE;
import static io.passwordrecovery.settings.RecoveryOptions.CHANGED_EMAIL_WAITS;
import static io.passwordrecovery.settings.RecoveryOptions.CODES_PER_ACCOUNT_HOUR;
import static io.passwordrecovery.settings.RecoveryOptions.CODES_PER_IP_HOUR;
import static io.passwordrecovery.settings.RecoveryOptions.CODE_LENGTH;
import static io.passwordrecovery.settings.RecoveryOptions.CODE_LIFETIME;
import static io.passwordrecovery.settings.RecoveryOptions.CONFIRMATIONS_PER_IP_HOUR;
import static io.passwordrecovery.settings.RecoveryOptions.COOLDOWN;
import static io.passwordrecovery.settings.RecoveryOptions.DELIVERY_ORDER;
import static io.passwordrecovery.settings.RecoveryOptions.FAILURES_FORGOTTEN_AFTER;
import static io.passwordrecovery.settings.RecoveryOptions.FAILURES_PER_ACCOUNT;
import static io.passwordrecovery.settings.RecoveryOptions.NOTIFY_ON_CHANGE;
import static io.passwordrecovery.settings.RecoveryOptions.RECOVER_LINKED_USERS;
import static io.passwordrecovery.settings.RecoveryOptions.REQUIRE_VERIFIED_EMAIL;
import static io.passwordrecovery.settings.RecoveryOptions.SERVE_UPDATE_PASSWORD;
import static io.passwordrecovery.settings.RecoveryOptions.SHOW_DESTINATION;
import static io.passwordrecovery.settings.RecoveryOptions.SIGN_IN_AGAIN;
import static io.passwordrecovery.settings.RecoveryOptions.SIGN_OUT_AFTER_RESET;
import static io.passwordrecovery.settings.RecoveryOptions.SIGN_OUT_AFTER_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecoveryOptionsTest {
    @ParameterizedTest
    @MethodSource("defaults")
    void optionHasItsDefault(Option<?> option, Object value) {
        assertThat(option.defaultValue()).isEqualTo(value);
    }

    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of(CODE_LENGTH, 6),
                Arguments.of(CODE_LIFETIME, Duration.ofMinutes(10)),
                Arguments.of(ATTEMPTS_PER_CODE, 5),
                Arguments.of(FAILURES_PER_ACCOUNT, 100),
                Arguments.of(FAILURES_FORGOTTEN_AFTER, Duration.ofDays(1)),
                Arguments.of(COOLDOWN, Duration.ofSeconds(30)),
                Arguments.of(CODES_PER_ACCOUNT_HOUR, 5),
                Arguments.of(CODES_PER_IP_HOUR, 50),
                Arguments.of(CONFIRMATIONS_PER_IP_HOUR, 500),
                Arguments.of(CODES_PER_CLIENT_HOUR, 1000),
                Arguments.of(CONFIRMATIONS_PER_CLIENT_HOUR, 10000),
                Arguments.of(SMS_PER_DAY, 1_000),
                Arguments.of(DELIVERY_ORDER, List.of(EMAIL, SMS)),
                Arguments.of(REQUIRE_VERIFIED_EMAIL, false),
                Arguments.of(CHANGED_EMAIL_WAITS, Duration.ofDays(1)),
                Arguments.of(RECOVER_LINKED_USERS, RecoverLinkedUsers.WITH_PASSWORD),
                Arguments.of(SMS_GATEWAY, Optional.empty()),
                Arguments.of(SMS_COUNTRY_CODES, Set.of()),
                Arguments.of(SMS_PER_NUMBER, new HourAndDay(5, 10)),
                Arguments.of(SMS_PER_ACCOUNT, new HourAndDay(5, 10)),
                Arguments.of(SMS_PER_IP, new HourAndDay(20, 50)),
                Arguments.of(SMS_PER_COUNTRY, new HourAndDay(200, 1_000)),
                Arguments.of(SMS_SECOND_FACTORS, Set.of("mobile-number", "sms", "sms-otp", "phone-number")),
                Arguments.of(DEFAULT_REGION, Optional.empty()),
                Arguments.of(SHOW_DESTINATION, ShowDestination.TYPED_ONLY),
                Arguments.of(SIGN_OUT_AFTER_RESET, SignOutAfterReset.ALL),
                Arguments.of(SIGN_OUT_AFTER_UPDATE, SignOutAfterUpdate.OTHERS),
                Arguments.of(SIGN_IN_AGAIN, SignInAgain.SECOND_FACTOR),
                Arguments.of(NOTIFY_ON_CHANGE, true),
                Arguments.of(SERVE_UPDATE_PASSWORD, true),
                Arguments.of(ALLOWED_CLIENTS, Set.of()),
                Arguments.of(PHONE_AS_USERNAME, false));
    }

    @Test
    void everyOptionIsAmongAllAndHasADefaultInThisTest() {
        long declared = Stream.of(RecoveryOptions.class, ClientOptions.class, PhoneOptions.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Option.class)
                .count();

        assertThat(RecoveryOptions.ALL).hasSize((int) declared).doesNotHaveDuplicates();
        assertThat(defaults().map(expected -> expected.get()[0]))
                .containsExactlyInAnyOrderElementsOf(RecoveryOptions.ALL);
        assertThat(RecoveryOptions.ALL).extracting(Option::key).doesNotHaveDuplicates();
    }

    @Test
    void everyOptionExplainsItself() {
        assertThat(RecoveryOptions.ALL).allSatisfy(option -> {
            assertThat(option.key()).matches("[a-z]+(-[a-z]+)*");
            assertThat(option.label()).isNotBlank();
            assertThat(option.help()).endsWith(".");
            assertThat(option.format().accepted()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "code-length, 6, 12, digits",
        "code-lifetime, 60, 86400, seconds",
        "attempts-per-code, 1, 10, attempts",
        "failures-per-account, 5, 100, failures",
        "failures-forgotten-after, 3600, 2678400, seconds",
        "cooldown, 0, 3600, seconds",
        "codes-per-account-hour, 1, 1000, codes",
        "codes-per-ip-hour, 1, 1000000, codes",
        "codes-per-client-hour, 1, 1000000, codes",
        "confirmations-per-client-hour, 1, 1000000, confirmations",
        "sms-per-day, 0, 10000000, messages",
    })
    void numberIsTakenWithinItsBoundsAndNotBeyond(String key, int min, int max, String unit) {
        Option<?> option = option(key);

        assertThat(number(option.parse(Integer.toString(min)))).isEqualTo(min);
        assertThat(number(option.parse(Integer.toString(max)))).isEqualTo(max);
        for (int wrong : List.of(min - 1, max + 1)) {
            assertThatThrownBy(() -> option.parse(Integer.toString(wrong)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessage("%s must be %s to %s %s, but is %s", key, min, max, unit, wrong);
        }
    }

    @Test
    void choicesAreSpeltWithDashes() {
        assertThat(SIGN_OUT_AFTER_RESET.choices()).containsExactly("all", "all-but-offline", "none");
        assertThat(SIGN_OUT_AFTER_UPDATE.choices()).containsExactly("others", "others-but-offline", "none", "ask");
        assertThat(SHOW_DESTINATION.choices()).containsExactly("typed-only", "masked");
        assertThat(SIGN_IN_AGAIN.choices()).containsExactly("second-factor", "always", "never");
        assertThat(RECOVER_LINKED_USERS.choices()).containsExactly("with-password", "always", "never");
        assertThat(SIGN_OUT_AFTER_RESET.parse("all-but-offline")).isEqualTo(SignOutAfterReset.ALL_BUT_OFFLINE);
    }

    @Test
    void switchesAreShownAsSuch() {
        assertThat(RecoveryOptions.ALL.stream()
                        .filter(option -> option.format().isBoolean())
                        .map(Option::key))
                .containsExactly(
                        "require-verified-email", "notify-on-change", "serve-update-password", "phone-as-username");
    }

    @Test
    void listsAreReadWithSpacesAndAsKeycloakStoresSeveralValues() {
        assertThat(DELIVERY_ORDER.parse(" SMS , EMAIL ")).containsExactly(SMS, EMAIL);
        assertThat(DELIVERY_ORDER.parse("SMS##EMAIL")).containsExactly(SMS, EMAIL);
        assertThat(DELIVERY_ORDER.parse("SMS")).containsExactly(SMS);
        assertThat(ALLOWED_CLIENTS.parse("web, my app,https://app.example.test/"))
                .containsExactlyInAnyOrder("web", "my app", "https://app.example.test/");
        assertThat(SMS_COUNTRY_CODES.parse("1,44, 49")).containsExactlyInAnyOrder("1", "44", "49");
        assertThat(SMS_GATEWAY.parse("http")).contains("http");
    }

    private static Option<?> option(String key) {
        return RecoveryOptions.ALL.stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Object value) {
        return value instanceof Duration duration ? duration.toSeconds() : (Integer) value;
    }

    @Test
    void hourAndDayAreTwoNumbersOfWhichTheDaysIsNoSmaller() {
        assertThat(SMS_PER_IP.parse("3, 9")).isEqualTo(new HourAndDay(3, 9));
        assertThat(SMS_PER_IP.parse("0,0")).isEqualTo(new HourAndDay(0, 0));
        for (String bad : new String[] {"5", "5,4", "5,10,20", "-1,5", "a,b", "5,1000001"}) {
            assertThatThrownBy(() -> SMS_PER_IP.parse(bad))
                    .hasMessage("sms-per-ip must be two numbers from 0 to 1000000, per hour and per day: 5,10, but is "
                            + bad);
        }
    }

    @Test
    void regionIsTwoCapitalLetters() {
        assertThat(DEFAULT_REGION.parse("DE")).contains("DE");
        for (String bad : new String[] {"de", "DEU", "1"}) {
            assertThatThrownBy(() -> DEFAULT_REGION.parse(bad)).hasMessageStartingWith("default-region must be two");
        }
    }
}
