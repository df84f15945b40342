// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/**
 * Where a request comes from.
 *
 * @param clientId the application's OAuth client id
 * @param ipAddress of the caller, as Keycloak sees it through its proxy settings
 * @param page that it was entered on, or {@link BrowserPage#NONE}
 */
public record Caller(String clientId, String ipAddress, BrowserPage page) {
    /** A call of an API. */
    public Caller(String clientId, String ipAddress) {
        this(clientId, ipAddress, BrowserPage.NONE);
    }
}
