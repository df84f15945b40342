// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.Password;

/** Somebody enters a code and the password that they want to have. */
public record Confirmation(Identifier name, ResetCode code, Password password, Caller caller) {
    CodeEntry entry() {
        return new CodeEntry(name, code, caller);
    }
}
