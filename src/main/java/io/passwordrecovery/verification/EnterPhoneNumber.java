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
import io.passwordrecovery.verification.AddressEntryOutcome.Reason;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;
import io.passwordrecovery.verification.AddressEntryOutcome.Sent;

/** The steps from a typed number to a code on its way: limits, caps, the number kept as unverified, code, queue. */
public final class EnterPhoneNumber {
    private final AllowedNumbers numbers;
    private final RequestLimits requestLimits;
    private final SmsLimits smsLimits;
    private final VerificationCodes codes;
    private final AddressBook phoneBook;
    private final Courier courier;
    private final VerificationEvents events;

    public EnterPhoneNumber(
            AllowedNumbers numbers,
            RequestLimits requestLimits,
            SmsLimits smsLimits,
            VerificationCodes codes,
            AddressBook phoneBook,
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

    AddressEntryOutcome enter(PhoneEntry entry) {
        Optional<PhoneNumber> number = numbers.read(entry.typed());
        if (number.isEmpty()) {
            return Refused.because(Reason.INVALID_ADDRESS);
        }
        Optional<Courier.Reservation> reserved = courier.reserve();
        if (reserved.isEmpty()) {
            return Refused.because(Reason.UNAVAILABLE);
        }
        try (Courier.Reservation reservation = reserved.get()) {
            return enter(entry, number.get().e164(), reservation);
        }
    }

    private AddressEntryOutcome enter(PhoneEntry entry, String number, Courier.Reservation reservation) {
        LimitKey key = VerificationCodes.subject(entry.accountId(), DeliveryMedium.SMS);
        Optional<Duration> wait = requestLimits.refuse(key, entry.caller());
        if (wait.isPresent()) {
            events.verificationThrottled(entry.accountId(), DeliveryMedium.SMS, entry.caller());
            return new Refused(Reason.THROTTLED, wait.get());
        }
        requestLimits.open(key);
        Optional<SmsCap> cap = smsLimits.take(LimitKey.account(entry.accountId()), number, entry.caller());
        if (cap.isPresent()) {
            events.verificationCapped(entry.accountId(), cap.get(), entry.caller());
            return Refused.because(Reason.UNAVAILABLE);
        }
        if (!phoneBook.isVerified(entry.accountId(), number)) {
            phoneBook.putUnverified(entry.accountId(), number);
        }
        Destination destination = new Destination(DeliveryMedium.SMS, number);
        reservation.send(codes.issue(entry.accountId(), destination, entry.caller()));
        return new Sent(destination);
    }
}
