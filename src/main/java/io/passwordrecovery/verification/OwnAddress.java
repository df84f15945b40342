// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Instant;

import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.PasswordChange.SignedInUser;

/**
 * The address that a signed-in user has registered, and wants to prove.
 *
 * @param signedInAt when the user last proved who they are
 */
public record OwnAddress(String accountId, DeliveryMedium medium, Caller caller, Instant signedInAt) {
    public static OwnAddress of(SignedInUser user, DeliveryMedium medium, Instant signedInAt) {
        return new OwnAddress(user.accountId(), medium, user.caller().inSession(user.sessionId()), signedInAt);
    }
}
