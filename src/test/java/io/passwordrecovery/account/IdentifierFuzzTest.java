// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.web.Hostile;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is typed for a name, an address or a code. */
class IdentifierFuzzTest {
    @Property(seed = "42")
    void nameChecksItselfAndHasOneSpelling(@ForAll("texts") String text) {
        Identifier name;
        try {
            name = new Identifier(text);
        } catch (IllegalArgumentException refused) {
            return;
        }

        assertThat(name.value()).isNotEmpty().hasSizeLessThanOrEqualTo(255);
        assertThat(name.toString()).isEqualTo("[typed name]");
        assertThat(name.normalised()).isEqualTo(new Identifier(text).normalised());
    }

    @Property(seed = "42")
    void maskedAddressShowsAtMostTwoOfItsCharacters(@ForAll("texts") String text) {
        Destination.typed(DeliveryMedium.EMAIL, text).ifPresent(destination -> {
            String shown = destination.masked().replace("***", "").replaceFirst("@", "");
            assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(2);
        });
    }

    @Property(seed = "42")
    void codeIsReadWhateverItIs(@ForAll("texts") String text) {
        assertThat(ResetCode.typed(text).toString()).isEqualTo("[redacted]");
    }

    @Provide
    Arbitrary<String> texts() {
        return Hostile.text();
    }
}
