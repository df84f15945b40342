// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "proxy.example.test",
                "999.999.999.999",
                "[::1]:4711",
                "192.0.2.7:4711",
                "1::2::3",
                "fe80::1%a-zone-that-is-longer-than-any-interface-may-be-called"
            })
    void whoeverHasNoAddressIsOneWithAllOthersWhoHaveNone(String odd) {
        assertThat(new Caller("app", odd).network()).isEqualTo("unknown");
        assertThat(new Caller("app", odd).ipAddress()).isEqualTo("unknown");
    }

    @Test
    void longInventionIsNoneEither() {
        assertThat(new Caller("app", "x".repeat(5_000)).ipAddress()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8:0:0:0:0:0:7", "0:0:0:0:0:ffff:c000:207", "fe80:0:0:0:0:0:0:1%eth0"})
    void addressStays(String address) {
        assertThat(new Caller("app", address).ipAddress()).isEqualTo(address);
    }
}
