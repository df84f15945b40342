// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.limits;

import java.util.stream.Stream;

import io.passwordrecovery.keys.LimitKey;

/** All that is counted for an account under whichever of its names, and can keep its owner out. */
public final class AccountCounts {
    private final GuessLimits guesses;
    private final RequestLimits requests;

    public AccountCounts(GuessLimits guesses, RequestLimits requests) {
        this.guesses = guesses;
        this.requests = requests;
    }

    /**
     * Clears them: an administrator has found out who asks. What one network has used up stays so until its hour ends, which
     * keeps nobody out who comes from another.
     */
    public void clear(String accountId) {
        Stream.of(
                        LimitKey.account(accountId),
                        LimitKey.signedIn(accountId),
                        LimitKey.verification(accountId),
                        LimitKey.emailVerification(accountId))
                .forEach(guesses::forgetFailures);
        requests.forget(LimitKey.account(accountId));
    }
}
