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
    // INET6_ADDRSTRLEN (RFC 3493) without its final zero
    private static final int LONGEST_LITERAL = 45;
    private static final Pattern LITERAL_V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
    private static final Pattern ZONE = Pattern.compile("%.*");

    private NetworkAddress() {}

    /**
     * Returns the IPv4 address itself, or the /64 of an IPv6 address: that is what one customer gets (RFC 6177), so that
     * each of its addresses would otherwise bring a budget of its own.
     */
    static String of(String ipAddress) {
        String literal = ZONE.matcher(ipAddress).replaceFirst("");
        // Only literals: anything else would be looked up in the DNS.
        if (!LITERAL_V6.matcher(literal).matches()) {
            return asItIs(ipAddress);
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_OCTETS))
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return asItIs(ipAddress);
        }
    }

    // What a proxy calls an address may be of any length; a key of the store may not.
    private static String asItIs(String ipAddress) {
        return ipAddress.length() <= LONGEST_LITERAL ? ipAddress : ipAddress.substring(0, LONGEST_LITERAL);
    }
}
