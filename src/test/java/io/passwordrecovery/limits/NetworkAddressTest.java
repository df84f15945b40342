// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:0DB8:0001:0002:0000:0000:0000:0001, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        "::1, 0000000000000000",
        "fe80::1%eth0, fe80000000000000",
        "fe80::1%no-such-interface, fe80000000000000",
    })
    void ipv6AddressStandsForItsNetwork(String address, String network) {
        assertThat(NetworkAddress.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "::ffff:192.0.2.1", "::ffff:c000:201"})
    void ipv4AddressStandsForItself(String address) {
        assertThat(NetworkAddress.of(address)).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "cafe", "localhost", "_hidden", "1::2::3", ":::", "12345::", "[::1]", ":"})
    void anythingElseStaysAsItIs(String garbage) {
        assertThat(NetworkAddress.of(garbage)).isEqualTo(garbage);
    }

    // Names that a resolver could be asked for would take long, or lead to an address.
    @ParameterizedTest
    @ValueSource(strings = {"localhost", ".:1", "cafe", "face.b00c", "slow.example.test", "1.2:3.example.test"})
    void nothingIsLookedUpInTheDns(String name) {
        String network = assertTimeoutPreemptively(Duration.ofMillis(500), () -> NetworkAddress.of(name));

        assertThat(network).isEqualTo(name);
    }

    @Test
    void longGarbageIsCutSoThatItFitsIntoAKey() {
        assertThat(NetworkAddress.of("x".repeat(5_000))).hasSize(45);
        assertThat(NetworkAddress.of("::1".repeat(5_000))).hasSize(45);
    }
}
