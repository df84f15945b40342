// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.passwordrecovery.code.CodeBinding;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeTerms;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.limits.PendingRequest;
import io.passwordrecovery.limits.SmsCap;
import io.passwordrecovery.phone.PhoneNumber;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.verification.PhoneEntryOutcome.Reason;
import io.passwordrecovery.verification.PhoneEntryOutcome.Refused;
import io.passwordrecovery.verification.PhoneEntryOutcome.Sent;

/**
 * Sends a code to a number and, when it comes back, takes the number for the user's.
 *
 * <p>The limits are those of recovery, counted for the user as somebody who is signed in: a stranger who asks for reset
 * codes does not keep him from this. What costs money, the text messages, is counted together.
 */
public final class PhoneVerification {
    private final VerificationParts parts;

    public PhoneVerification(VerificationParts parts) {
        this.parts = parts;
    }

    /** Sends a code to the number. Another number than before is the account's at once, and unverified. */
    public PhoneEntryOutcome enter(PhoneEntry entry) {
        Optional<PhoneNumber> number = parts.numbers().read(entry.typed());
        if (number.isEmpty()) {
            return refused(Reason.INVALID_NUMBER);
        }
        Optional<Courier.Place> reserved = parts.courier().reserve();
        if (reserved.isEmpty()) {
            return refused(Reason.UNAVAILABLE);
        }
        try (Courier.Place place = reserved.get()) {
            return enter(entry, number.get().e164(), place);
        }
    }

    private PhoneEntryOutcome enter(PhoneEntry entry, String number, Courier.Place place) {
        LimitKey subject = LimitKey.verification(entry.accountId());
        Optional<Duration> wait = parts.requestLimits().refuse(subject, entry.origin());
        if (wait.isPresent()) {
            parts.events().verificationThrottled(entry.accountId(), entry.origin());
            return new Refused(Reason.THROTTLED, wait.get());
        }
        openTicket(subject);
        Optional<SmsCap> cap = parts.smsLimits().take(LimitKey.account(entry.accountId()), number, entry.origin());
        if (cap.isPresent()) {
            parts.events().verificationCapped(entry.accountId(), cap.get(), entry.origin());
            return refused(Reason.UNAVAILABLE);
        }
        if (!parts.phoneBook().isVerified(entry.accountId(), number)) {
            parts.phoneBook().putUnverified(entry.accountId(), number);
        }
        return send(entry, new Destination(DeliveryMedium.SMS, number), place);
    }

    private Sent send(PhoneEntry entry, Destination destination, Courier.Place place) {
        CodeTerms terms =
                new CodeTerms(parts.settings().get(RecoveryOptions.CODE_LENGTH), lifetime(), DeliveryMedium.SMS.name());
        ResetCode code = parts.codes().issue(binding(entry.accountId(), destination.address(), entry.origin()), terms);
        place.send(new Message.CodeMessage(
                entry.accountId(),
                destination,
                code,
                CodePurpose.VERIFY_PHONE_NUMBER,
                lifetime(),
                parts.clock().instant().plus(lifetime()),
                entry.origin().clientId(),
                ""));
        return new Sent(destination);
    }

    /** Compares the code; counts first, as every guess. */
    public PhoneProofOutcome prove(PhoneProof proof) {
        LimitKey subject = LimitKey.verification(proof.accountId());
        Optional<IssuedCode> issued = parts.codes().find(subject);
        Optional<Attempt> counted =
                parts.guessLimits().take(subject, issued.map(IssuedCode::id).orElse(subject.key()));
        boolean right =
                parts.codes().match(issued, proof.code(), binding(proof.accountId(), proof.number(), proof.origin()));
        if (!right || counted.isEmpty() || issued.isEmpty() || !parts.codes().consume(subject, issued.get())) {
            parts.events().verificationRefused(proof.accountId(), proof.origin());
            return PhoneProofOutcome.REFUSED;
        }
        counted.get().giveBack();
        parts.guessLimits().forgetFailures(subject);
        parts.phoneBook().putVerified(proof.accountId(), proof.number());
        return PhoneProofOutcome.VERIFIED;
    }

    // The password has no part in it: a code for the phone number is not void when the password changes.
    private CodeBinding binding(String accountId, String number, Caller origin) {
        return new CodeBinding(
                parts.realmId(),
                LimitKey.verification(accountId),
                number,
                "",
                CodePurpose.VERIFY_PHONE_NUMBER,
                origin.page().browser());
    }

    private void openTicket(LimitKey subject) {
        Instant now = parts.clock().instant();
        PendingRequest ticket = new PendingRequest(UUID.randomUUID().toString(), now, now.plus(lifetime()));
        parts.tickets().put(subject, ticket, lifetime());
    }

    private Duration lifetime() {
        return parts.settings().get(RecoveryOptions.CODE_LIFETIME);
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Duration.ZERO);
    }
}
