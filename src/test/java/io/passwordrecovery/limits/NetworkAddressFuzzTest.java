// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.passwordrecovery.web.Hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Whatever a proxy calls an address, it is a short name, found without asking anybody. */
class NetworkAddressFuzzTest {
    // A look-up in the DNS would take longer than this at the latest for the second name.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Property(seed = "42")
    void addressIsAShortNameAtOnce(@ForAll("addresses") String address) {
        String name = assertTimeout(AT_ONCE, () -> NetworkAddress.of(address));

        assertThat(name).hasSizeLessThanOrEqualTo(45);
        assertThat(NetworkAddress.of(address)).isEqualTo(name);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> nearly =
                Arbitraries.strings().withChars("0123456789abcdefF:.%[]x_").ofMaxLength(60);
        return Arbitraries.oneOf(Hostile.text(), nearly);
    }
}
