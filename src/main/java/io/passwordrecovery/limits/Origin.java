// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

/**
 * Where a request comes from.
 *
 * @param clientId the application's OAuth client id
 * @param ipAddress of the caller, as Keycloak sees it through its proxy settings
 */
public record Origin(String clientId, String ipAddress) {}
