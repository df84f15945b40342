// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What is limited as one caller. */
final class NetworkAddress {
    private static final int PREFIX_OCTETS = 8;
    // INET6_ADDRSTRLEN (RFC 3493) without its final zero
    private static final int LONGEST_LITERAL = 45;
    // IF_NAMESIZE of Linux, and the percent sign
    private static final int LONGEST_ZONE = 16;
    private static final Pattern LITERAL_V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
    private static final Pattern ZONE = Pattern.compile("%.*");

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LITERAL_V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    private NetworkAddress() {}

    /** Whether it is an IPv4 or IPv6 address; a zone does not matter, but for its length. */
    static boolean isOne(@Nullable String text) {
        return text != null
                && text.length() <= LONGEST_LITERAL + LONGEST_ZONE
                && isLiteral(ZONE.matcher(text).replaceFirst(""));
    }

    /** Whether it is an IPv4 or IPv6 address, and nothing besides. */
    static boolean isLiteral(String text) {
        return LITERAL_V4.matcher(text).matches() || parsed(text).isPresent();
    }

    /**
     * Returns the IPv4 address itself, or the /64 of an IPv6 address: that is what one customer gets (RFC 6177), so that
     * each of its addresses would otherwise bring a budget of its own.
     */
    static String of(String ipAddress) {
        String literal = ZONE.matcher(ipAddress).replaceFirst("");
        return parsed(literal).map(NetworkAddress::network).orElseGet(() -> asItIs(ipAddress));
    }

    // Only literals of IPv6: anything else would be looked up in the DNS.
    private static Optional<InetAddress> parsed(String literal) {
        try {
            return LITERAL_V6.matcher(literal).matches()
                    ? Optional.of(InetAddress.getByName(literal))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_OCTETS))
                : address.getHostAddress();
    }

    // What a proxy calls an address may be of any length; a key of the store may not.
    private static String asItIs(String ipAddress) {
        return ipAddress.length() <= LONGEST_LITERAL ? ipAddress : ipAddress.substring(0, LONGEST_LITERAL);
    }
}
