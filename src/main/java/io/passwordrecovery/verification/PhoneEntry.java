// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import io.passwordrecovery.limits.Caller;

/**
 * A signed-in user enters a phone number.
 *
 * @param typed in whichever spelling
 */
public record PhoneEntry(String accountId, String typed, Caller caller) {
    @Override
    public String toString() {
        return "PhoneEntry[" + accountId + "]";
    }
}
