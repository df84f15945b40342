// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.verification.AddressEntryOutcome.Reason;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;
import io.passwordrecovery.verification.AddressEntryOutcome.Sent;

/** The steps from a registered email address to a code on its way: limits, code, queue. */
public final class SendEmailCode {
    private final RequestLimits requestLimits;
    private final VerificationCodes codes;
    private final Courier courier;
    private final VerificationEvents events;

    public SendEmailCode(
            RequestLimits requestLimits, VerificationCodes codes, Courier courier, VerificationEvents events) {
        this.requestLimits = requestLimits;
        this.codes = codes;
        this.courier = courier;
        this.events = events;
    }

    AddressEntryOutcome send(OwnAddress own, Destination email) {
        Optional<Courier.Reservation> reserved = courier.reserve();
        if (reserved.isEmpty()) {
            return Refused.because(Reason.UNAVAILABLE);
        }
        try (Courier.Reservation reservation = reserved.get()) {
            LimitKey key = VerificationCodes.subject(own.accountId(), own.medium());
            Optional<Duration> wait = requestLimits.refuse(key, own.caller());
            if (wait.isPresent()) {
                events.verificationThrottled(own.accountId(), own.medium(), own.caller());
                return new Refused(Reason.THROTTLED, wait.get());
            }
            requestLimits.open(key);
            reservation.send(codes.issue(own.accountId(), email, own.caller()));
            return new Sent(email);
        }
    }
}
