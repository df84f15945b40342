// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import io.passwordrecovery.limits.Origin;

/** What becomes known of password updates: Keycloak's events. */
public interface UpdateEvents {
    void updated(String accountId, Origin origin);

    void refused(String accountId, Origin origin, UpdateOutcome.Reason reason);
}
