// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What is limited as one caller. */
final class NetworkAddress {
    private static final int PREFIX_OCTETS = 8;
    private static final Pattern LITERAL_V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private NetworkAddress() {}

    /**
     * Returns the IPv4 address itself, or the /64 of an IPv6 address: that is what one customer gets (RFC 6177), so that
     * each of its addresses would otherwise bring a budget of its own.
     */
    static String of(String ipAddress) {
        // Only literals: anything else would be looked up in the DNS.
        if (!LITERAL_V6.matcher(ipAddress).matches()) {
            return ipAddress;
        }
        try {
            InetAddress address = InetAddress.getByName(ipAddress);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_OCTETS))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return ipAddress;
        }
    }
}
