// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.phone;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.passwordrecovery.phone.PhoneNumber.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumbersTest {
    private final PhoneNumbers anywhere = new PhoneNumbers(Optional.empty());
    private final PhoneNumbers inTheUs = new PhoneNumbers(Optional.of("US"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12015550123",
                "+1 201 555 0123",
                "+1 (201) 555-0123",
                " +1.201.555.0123 ",
                "+1\u00a0201\u2011555\u20110123",
                "\uff0b\uff11 \uff12\uff10\uff11 \uff15\uff15\uff15 \uff10\uff11\uff12\uff13",
                "+\u0661\u0662\u0660\u0661\u0665\u0665\u0665\u0660\u0661\u0662\u0663"
            })
    void everyUsualSpellingIsTheSameNumber(String spelling) {
        assertThat(anywhere.read(spelling)).contains(new PhoneNumber("+12015550123", 1, "US", Kind.PERSONAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201 555 0123", "(201) 555-0123", "1 201 555 0123", "+1 201 555 0123"})
    void bareNationalNumberIsReadInTheDefaultRegion(String spelling) {
        assertThat(inTheUs.read(spelling).map(PhoneNumber::e164)).contains("+12015550123");
    }

    @Test
    void bareNationalNumberIsNoneWithoutADefaultRegion() {
        assertThat(anywhere.read("201 555 0123")).isEmpty();
    }

    @Test
    void numberOfAnotherCountryIsReadWithTheRegionsOwnPrefix() {
        assertThat(new PhoneNumbers(Optional.of("DE")).read("0044 7400 123456").map(PhoneNumber::e164))
                .contains("+447400123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "alice",
                "2015550123 alice",
                "1-800-FLOWERS",
                "+1 201",
                "+999 1234567",
                "alice@example.test",
                "+1 201 555 0123 ext. 4",
                "tel:+12015550123",
                "+120155501230000000000000000000000000000000000000"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(inTheUs.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+12015550123, PERSONAL, US",
        "+14165550123, PERSONAL, CA",
        "+447400123456, PERSONAL, GB",
        "+4915123456789, PERSONAL, DE",
        "+19002345678, PREMIUM, US",
        "+449098790123, PREMIUM, GB",
        "+499001234567, PREMIUM, DE",
        "+18002345678, OTHER, US",
        "+80012345678, OTHER, 001"
    })
    void kindAndCountryAreTold(String e164, Kind kind, String country) {
        PhoneNumber number = anywhere.read(e164).orElseThrow();

        assertThat(number.kind()).isEqualTo(kind);
        assertThat(number.country()).isEqualTo(country);
    }

    @Test
    void premiumAndUnknownKindsAreNotAllowed() {
        AllowedNumbers allowed = new AllowedNumbers(anywhere, Set.of());

        assertThat(allowed.read("+12015550123")).isPresent();
        assertThat(allowed.read("+19002345678")).isEmpty();
        assertThat(allowed.read("+18002345678")).isEmpty();
    }

    @Test
    void onlyListedCallingCodesAreAllowed() {
        AllowedNumbers allowed = new AllowedNumbers(anywhere, Set.of("49", "44"));

        assertThat(allowed.read("+447400123456")).isPresent();
        assertThat(allowed.read("+12015550123")).isEmpty();
    }

    @Test
    void textOfANumberShowsItsEndAlone() {
        assertThat(anywhere.read("+12015550123").orElseThrow()).hasToString("US …0123");
    }
}
