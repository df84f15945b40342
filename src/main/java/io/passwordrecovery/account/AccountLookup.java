// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.account;

import java.util.Optional;

/** What a typed name led to. The caller of the API never learns which. */
public sealed interface AccountLookup {
    /** An account that may be recovered by code. */
    record Recoverable(Account account) implements AccountLookup {}

    /** No account, or one that a code must not open. {@code accountId} is there for the event alone. */
    record NotRecoverable(Obstacle reason, Optional<String> accountId) implements AccountLookup {}
}
