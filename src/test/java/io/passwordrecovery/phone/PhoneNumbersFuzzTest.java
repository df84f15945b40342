// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.phone;

import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.passwordrecovery.web.Hostile;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed for a phone number, it is one in E.164 or none. */
class PhoneNumbersFuzzTest {
    private final PhoneNumbers numbers = new PhoneNumbers(Optional.of("US"));

    @Property(seed = "42")
    void textIsANumberInOneSpellingOrNone(@ForAll("texts") String text) {
        Optional<PhoneNumber> number = numbers.read(text);

        number.ifPresent(read -> {
            assertThat(read.e164()).matches("\\+[1-9][0-9]{3,14}");
            assertThat(numbers.read(read.e164())).contains(read);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> nearly = Arbitraries.strings()
                .withChars("+0123456789 ()-./\u00a0\u0660\u0661\uff0b\u200e")
                .ofMaxLength(25);
        return Arbitraries.oneOf(Hostile.text(), nearly);
    }
}
