// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.GuessLimits;

/** The steps from an entered code to a verified address: count, compare, consume. */
public final class ProveAddress {
    private final GuessLimits guessLimits;
    private final VerificationCodes codes;
    private final AddressBook addresses;
    private final VerificationEvents events;

    public ProveAddress(
            GuessLimits guessLimits, VerificationCodes codes, AddressBook addresses, VerificationEvents events) {
        this.guessLimits = guessLimits;
        this.codes = codes;
        this.addresses = addresses;
        this.events = events;
    }

    AddressProofOutcome prove(AddressProof proof) {
        LimitKey key = VerificationCodes.subject(proof);
        Optional<IssuedCode> issued = codes.find(proof);
        Optional<Attempt> counted = issued.flatMap(code -> guessLimits.take(key, code.id()));
        boolean matches = codes.match(issued, proof);
        if (!matches || counted.isEmpty() || issued.isEmpty() || !codes.consume(proof, issued.get())) {
            events.verificationRefused(proof.accountId(), proof.destination().medium(), proof.caller());
            return AddressProofOutcome.REFUSED;
        }
        counted.get().giveBack();
        guessLimits.forgetFailures(key);
        addresses.putVerified(proof.accountId(), proof.destination());
        return AddressProofOutcome.VERIFIED;
    }

    /** The same where nobody else tells that an address was proven; of a page, Keycloak itself does. */
    AddressProofOutcome proveByApi(AddressProof proof) {
        AddressProofOutcome outcome = prove(proof);
        if (outcome == AddressProofOutcome.VERIFIED) {
            events.verified(proof.accountId(), proof.destination().medium(), proof.caller());
        }
        return outcome;
    }
}
