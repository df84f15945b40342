// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;

/** What follows a password that was reset, by whichever way the code was entered. */
final class Epilogue {
    private final RecoveryParts parts;

    Epilogue(RecoveryParts parts) {
        this.parts = parts;
    }

    void after(String accountId, Destination destination, Caller origin, Courier.Place notice) {
        parts.accounts().proven(accountId, destination);
        parts.aftermath().notifyOwner(accountId, notice);
        parts.events().passwordReset(accountId, destination, origin);
    }
}
