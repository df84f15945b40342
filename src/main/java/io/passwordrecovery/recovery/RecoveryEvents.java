// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.Optional;

import io.passwordrecovery.account.Identifier;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.SmsCap;

/** What becomes known of recoveries: Keycloak's events. Never a code, a password or a full address. */
public interface RecoveryEvents {
    /** A code was issued and queued, for whoever asked or because an administrator did. */
    void codeSent(String accountId, CodeDelivery delivery, Caller caller);

    /** The caller was told "accepted", and nothing was sent. */
    void codeNotSent(Identifier name, NotSent why, Caller caller);

    /** A text message was due and a cap reached; the code went by email, or nowhere. */
    void smsCapped(String accountId, SmsCap cap, Caller caller);

    void requestThrottled(Identifier name, Caller caller);

    /** A code was entered on a page, and was right; a new password may follow. */
    void ownershipProven(String accountId, Destination destination, Caller caller);

    void passwordReset(String accountId, Destination destination, Caller caller);

    /** @param accountId empty where nobody has looked who the name stands for, or it stands for nobody */
    void confirmRefused(Identifier name, Optional<String> accountId, RefusalReason reason, Caller caller);
}
