// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.Caller;

/** Somebody enters a code, to prove that an account is theirs. */
public record CodeEntry(Identifier name, ResetCode code, Caller caller) {}
