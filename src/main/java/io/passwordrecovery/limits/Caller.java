// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;

/**
 * Where a request comes from.
 *
 * @param clientId the application's OAuth client id
 * @param ipAddress of the user, as Keycloak sees it through its proxy settings or as the application's server tells it;
 *     {@code unknown} where a proxy tells none
 * @param page that it was entered on, or {@link BrowserPage#NONE}
 * @param backend the address of the application's server, where it asks on the user's behalf; else empty
 */
public record Caller(String clientId, String ipAddress, BrowserPage page, String backend) {
    public Caller {
        // Keycloak's connection has no address, or whatever was sent, where X-Forwarded-For is none (seen with 26.7): a
        // budget of its own for each invention, and longer than an event can hold.
        ipAddress = NetworkAddress.isOne(ipAddress) ? ipAddress : "unknown";
    }

    /** Somebody who calls themselves. */
    public Caller(String clientId, String ipAddress, BrowserPage page) {
        this(clientId, ipAddress, page, "");
    }

    /** A call of an API. */
    public Caller(String clientId, String ipAddress) {
        this(clientId, ipAddress, BrowserPage.NONE);
    }

    /** The same call, made by the application's server for a user: MUST be a client that has proven itself. */
    public Caller onBehalfOf(UserAddress user) {
        return new Caller(clientId, user.ip(), page, ipAddress);
    }

    /** The same call by somebody who is signed in: a code is good in the session that asked for it. */
    public Caller inSession(String sessionId) {
        return new Caller(clientId, ipAddress, new BrowserPage(sessionId, ""), backend);
    }

    /** Whose budget bounds the addresses that a server tells; empty for somebody who calls themselves. */
    Optional<LimitKey> teller() {
        return backend.isEmpty() ? Optional.empty() : Optional.of(LimitKey.client(clientId));
    }

    /** What is limited as one caller: the address, or the network that it belongs to. */
    public String network() {
        return NetworkAddress.of(ipAddress);
    }

    /** Who is told of earlier requests: the same browser or, for an API, the same network; nobody else is. */
    public String place() {
        return page.browser().isEmpty() ? network() : page.browser();
    }
}
