// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UserAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::1", "::ffff:192.0.2.1"})
    void addressIsTaken(String address) {
        assertThat(new UserAddress(address).ip()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.01",
                "192.0.2.1:80",
                "[::1]",
                "[::1]:4711",
                "fe80::1%eth0",
                "1::2::3",
                "192.0.2.1, 192.0.2.2",
                " 192.0.2.1",
                "cafe",
                "20010db800010002"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserAddress(text))
                .withMessage("must be an IPv4 or IPv6 address");
    }

    @Test
    void longGarbageIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserAddress("x".repeat(5_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserAddress("::1".repeat(5_000)));
    }

    @Test
    void serverAsksForAUserWhoIsWhoItSays() {
        Caller server = new Caller("backend", "198.51.100.1");

        Caller caller = server.onBehalfOf(new UserAddress("2001:db8:1:2::1"));

        assertThat(caller.network()).isEqualTo(new Caller("app", "2001:db8:1:2::99").network());
        assertThat(caller.backend()).isEqualTo("198.51.100.1");
        assertThat(server.backend()).isEmpty();
    }
}
