// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.delivery;

import java.time.Duration;
import java.time.Instant;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeReference;
import io.passwordrecovery.code.ResetCode;

/** What a {@link Courier} carries. */
public sealed interface Message {
    String accountId();

    Destination destination();

    /** When it is no longer worth sending. */
    Instant expiresAt();

    /**
     * A reset code on its way.
     *
     * @param reference whether the code is still good, when its turn comes
     * @param purpose words the message
     * @param lifetime how long the code is good, to be told to the reader
     * @param clientId who asked, for the event that a failure leaves
     * @param link back to the page for the code; empty where there is none
     */
    record CodeMessage(
            String accountId,
            Destination destination,
            ResetCode code,
            CodeReference reference,
            CodePurpose purpose,
            Duration lifetime,
            Instant expiresAt,
            String clientId,
            String link)
            implements Message {}

    /** The news that the password was changed, for one of the registered destinations. */
    record ChangeNotice(String accountId, Destination destination, Instant changedAt, Instant expiresAt)
            implements Message {}
}
