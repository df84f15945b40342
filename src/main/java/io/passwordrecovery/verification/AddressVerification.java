// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.code.ResetCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.verification.AddressEntryOutcome.Reason;
import io.passwordrecovery.verification.AddressEntryOutcome.Refused;

/**
 * Sends a code to an address and, when it comes back, takes the address for the user's.
 *
 * <p>The limits are those of recovery, counted for the user as somebody who is signed in: a stranger who asks for reset
 * codes does not keep them from this. What costs money, the text messages, is counted together.
 */
public final class AddressVerification {
    private final EnterPhoneNumber enter;
    private final SendEmailCode email;
    private final ProveAddress prove;
    private final AddressBook addresses;
    private final Clock clock;
    private final Duration maxAuthAge;

    /** @param maxAuthAge how long ago somebody may have signed in who asks for a code over an API */
    public AddressVerification(
            EnterPhoneNumber enter,
            SendEmailCode email,
            ProveAddress prove,
            AddressBook addresses,
            Clock clock,
            Duration maxAuthAge) {
        this.enter = enter;
        this.email = email;
        this.prove = prove;
        this.addresses = addresses;
        this.clock = clock;
        this.maxAuthAge = maxAuthAge;
    }

    /** How long ago somebody may have signed in who asks by {@link #send}. */
    public Duration maxAuthAge() {
        return maxAuthAge;
    }

    /** Sends a code to the number. Another number than before is the account's at once, and unverified. */
    public AddressEntryOutcome enter(PhoneEntry entry) {
        return enter.enter(entry);
    }

    /**
     * Sends a code to the address that is registered. A proven address recovers the account, so that whoever has got hold
     * of a token, and with it of the user's profile, must not come by one: only a sign-in of a moment ago will do.
     */
    public AddressEntryOutcome send(OwnAddress own) {
        if (clock.instant().isAfter(own.signedInAt().plus(maxAuthAge))) {
            return Refused.because(Reason.STALE_SIGN_IN);
        }
        Optional<Destination> address = addresses.own(own.accountId(), own.medium());
        if (address.isEmpty()) {
            return Refused.because(Reason.INVALID_ADDRESS);
        }
        return switch (own.medium()) {
            case EMAIL -> email.send(own, address.get());
            case SMS ->
                enter.enter(new PhoneEntry(own.accountId(), address.get().address(), own.caller()));
        };
    }

    /** Compares the code; counts first, as every guess. */
    public AddressProofOutcome prove(AddressProof proof) {
        return prove.prove(proof);
    }

    /** Compares a code with what was sent to the address that is registered now. */
    public AddressProofOutcome prove(OwnAddress own, ResetCode code) {
        Destination address = addresses
                .own(own.accountId(), own.medium())
                .orElseGet(() -> new Destination(own.medium(), nowhere(own.medium())));
        return prove.proveByApi(new AddressProof(own.accountId(), address, code, own.caller()));
    }

    // No code was ever sent there; the same work is done.
    private static String nowhere(DeliveryMedium medium) {
        return medium.attributeName();
    }
}
