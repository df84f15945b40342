// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import io.passwordrecovery.limits.Caller;

/** What becomes known of password updates: Keycloak's events. */
public interface UpdateEvents {
    void updated(String accountId, Caller caller);

    void refused(String accountId, Caller caller, UpdateOutcome.Reason reason);
}
