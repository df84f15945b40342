// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.util.Optional;

import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.GuessLimits;

/** The steps from an entered code to a verified number: count, compare, consume. */
public final class ProvePhoneNumber {
    private final GuessLimits guessLimits;
    private final PhoneCodes codes;
    private final PhoneBook phoneBook;
    private final VerificationEvents events;

    public ProvePhoneNumber(GuessLimits guessLimits, PhoneCodes codes, PhoneBook phoneBook, VerificationEvents events) {
        this.guessLimits = guessLimits;
        this.codes = codes;
        this.phoneBook = phoneBook;
        this.events = events;
    }

    PhoneProofOutcome prove(PhoneProof proof) {
        LimitKey key = LimitKey.verification(proof.accountId());
        Optional<IssuedCode> issued = codes.find(proof);
        Optional<Attempt> counted = issued.flatMap(code -> guessLimits.take(key, code.id()));
        boolean matches = codes.match(issued, proof);
        if (!matches || counted.isEmpty() || issued.isEmpty() || !codes.consume(proof, issued.get())) {
            events.verificationRefused(proof.accountId(), proof.caller());
            return PhoneProofOutcome.REFUSED;
        }
        counted.get().giveBack();
        guessLimits.forgetFailures(key);
        phoneBook.putVerified(proof.accountId(), proof.number());
        return PhoneProofOutcome.VERIFIED;
    }
}
