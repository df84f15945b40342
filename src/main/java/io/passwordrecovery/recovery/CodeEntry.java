// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.TypedName;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.limits.Origin;

/** Somebody enters a code, to prove that an account is his. */
public record CodeEntry(TypedName name, ResetCode code, Origin origin) {}
