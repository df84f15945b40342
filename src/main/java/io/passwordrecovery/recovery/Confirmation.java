// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.TypedName;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.Origin;
import io.passwordrecovery.password.NewPassword;

/** Somebody enters a code and the password that he wants to have. */
public record Confirmation(TypedName name, ResetCode code, NewPassword password, Origin origin) {
    CodeEntry entry() {
        return new CodeEntry(name, code, origin);
    }
}
