// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import io.passwordrecovery.limits.Origin;

/**
 * A signed-in user enters a phone number.
 *
 * @param typed in whichever spelling
 */
public record PhoneEntry(String accountId, String typed, Origin origin) {
    @Override
    public String toString() {
        return "PhoneEntry[" + accountId + "]";
    }
}
