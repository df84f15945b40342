// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.RequestLimits;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.limits.SmsLimits;
import io.passwordrecovery.phone.AllowedNumbers;
import io.passwordrecovery.phone.PhoneNumber;
import io.passwordrecovery.verification.PhoneEntryOutcome.Reason;
import io.passwordrecovery.verification.PhoneEntryOutcome.Refused;
import io.passwordrecovery.verification.PhoneEntryOutcome.Sent;

/** The steps from a typed number to a code on its way: limits, caps, the number kept as unverified, code, queue. */
public final class EnterPhoneNumber {
    private final AllowedNumbers numbers;
    private final RequestLimits requestLimits;
    private final SmsLimits smsLimits;
    private final PhoneCodes codes;
    private final PhoneBook phoneBook;
    private final Courier courier;
    private final VerificationEvents events;

    public EnterPhoneNumber(
            AllowedNumbers numbers,
            RequestLimits requestLimits,
            SmsLimits smsLimits,
            PhoneCodes codes,
            PhoneBook phoneBook,
            Courier courier,
            VerificationEvents events) {
        this.numbers = numbers;
        this.requestLimits = requestLimits;
        this.smsLimits = smsLimits;
        this.codes = codes;
        this.phoneBook = phoneBook;
        this.courier = courier;
        this.events = events;
    }

    PhoneEntryOutcome enter(PhoneEntry entry) {
        Optional<PhoneNumber> number = numbers.read(entry.typed());
        if (number.isEmpty()) {
            return refused(Reason.INVALID_NUMBER);
        }
        Optional<Courier.Reservation> reserved = courier.reserve();
        if (reserved.isEmpty()) {
            return refused(Reason.UNAVAILABLE);
        }
        try (Courier.Reservation reservation = reserved.get()) {
            return enter(entry, number.get().e164(), reservation);
        }
    }

    private PhoneEntryOutcome enter(PhoneEntry entry, String number, Courier.Reservation reservation) {
        LimitKey key = LimitKey.verification(entry.accountId());
        Optional<Duration> wait = requestLimits.refuse(key, entry.caller());
        if (wait.isPresent()) {
            events.verificationThrottled(entry.accountId(), entry.caller());
            return new Refused(Reason.THROTTLED, wait.get());
        }
        requestLimits.open(key);
        Optional<SmsCap> cap = smsLimits.take(LimitKey.account(entry.accountId()), number, entry.caller());
        if (cap.isPresent()) {
            events.verificationCapped(entry.accountId(), cap.get(), entry.caller());
            return refused(Reason.UNAVAILABLE);
        }
        if (!phoneBook.isVerified(entry.accountId(), number)) {
            phoneBook.putUnverified(entry.accountId(), number);
        }
        Destination destination = new Destination(DeliveryMedium.SMS, number);
        reservation.send(codes.issue(entry.accountId(), destination, entry.caller()));
        return new Sent(destination);
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Duration.ZERO);
    }
}
