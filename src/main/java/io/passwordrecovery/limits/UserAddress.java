// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/**
 * The IP address of a user, as an application's server tells it that asks on the user's behalf.
 *
 * @param ip IPv4 or IPv6, without port or zone: {@code 192.0.2.1}, {@code 2001:db8::1}
 */
public record UserAddress(String ip) {
    public UserAddress {
        if (!NetworkAddress.isLiteral(ip)) {
            throw new IllegalArgumentException("must be an IPv4 or IPv6 address");
        }
    }
}
