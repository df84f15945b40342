// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.Caller;

/**
 * A signed-in user enters the code that was sent to a number.
 *
 * @param number in E.164, as {@link PhoneEntryOutcome.Sent} told it
 */
public record PhoneProof(String accountId, String number, ResetCode code, Caller caller) {
    @Override
    public String toString() {
        return "PhoneProof[" + accountId + "]";
    }
}
