// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import io.passwordrecovery.account.TypedName;
import io.passwordrecovery.delivery.CodeDelivery;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.limits.Origin;
import io.passwordrecovery.limits.SmsCap;

/** What becomes known of recoveries: Keycloak's events. Never a code, a password or a full address. */
public interface RecoveryEvents {
    /** A code was issued and queued. */
    void codeSent(String accountId, CodeDelivery delivery, Origin origin);

    /** The caller was told "accepted", and nothing was sent. */
    void codeWithheld(TypedName name, Withheld why, Origin origin);

    /** A text message was due and a cap reached; the code went by email, or nowhere. */
    void smsCapped(String accountId, SmsCap cap, Origin origin);

    void requestThrottled(TypedName name, Origin origin);

    void passwordReset(String accountId, Destination destination, Origin origin);

    void confirmRefused(TypedName name, ConfirmOutcome.Reason reason, Origin origin);
}
