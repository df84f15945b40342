// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.util.Objects;

/**
 * Where a request comes from.
 *
 * @param clientId the application's OAuth client id
 * @param ipAddress of the caller, as Keycloak sees it through its proxy settings; {@code unknown} where a proxy tells none
 * @param page that it was entered on, or {@link BrowserPage#NONE}
 */
public record Caller(String clientId, String ipAddress, BrowserPage page) {
    public Caller {
        // Keycloak's connection has no address where X-Forwarded-For is none (seen with 26.7).
        ipAddress = Objects.requireNonNullElse(ipAddress, "unknown");
    }

    /** A call of an API. */
    public Caller(String clientId, String ipAddress) {
        this(clientId, ipAddress, BrowserPage.NONE);
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
