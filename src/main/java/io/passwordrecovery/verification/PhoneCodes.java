// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.verification;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.passwordrecovery.code.CodeBinding;
import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.code.CodeTerms;
import io.passwordrecovery.code.Codes;
import io.passwordrecovery.code.IssuedCode;
import io.passwordrecovery.code.NewCode;
import io.passwordrecovery.delivery.DeliveryMedium;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** A realm's codes for phone numbers that are to be proven, on the realm's terms. */
public final class PhoneCodes {
    private final String realmId;
    private final Codes codes;
    private final RecoverySettings settings;
    private final Clock clock;

    public PhoneCodes(String realmId, Codes codes, RecoverySettings settings, Clock clock) {
        this.realmId = realmId;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes and stores a code; returns what carries it. */
    CodeMessage issue(String accountId, Destination destination, Caller caller) {
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        CodeTerms terms = new CodeTerms(settings.get(RecoveryOptions.CODE_LENGTH), lifetime, DeliveryMedium.SMS.name());
        NewCode issued = codes.issue(binding(accountId, destination.address(), caller), terms);
        return new CodeMessage(
                accountId,
                destination,
                issued.code(),
                issued.reference(),
                CodePurpose.VERIFY_PHONE_NUMBER,
                lifetime,
                clock.instant().plus(lifetime),
                caller.clientId(),
                "");
    }

    /** What the user may enter in that browser. */
    Optional<IssuedCode> find(PhoneProof proof) {
        return codes.find(
                LimitKey.verification(proof.accountId()), proof.caller().page().browser());
    }

    /** Compares in constant time; hashes even when nothing was issued. */
    boolean match(Optional<IssuedCode> issued, PhoneProof proof) {
        CodeBinding binding = binding(proof.accountId(), proof.number(), proof.caller());
        return codes.match(issued, proof.code())
                && issued.filter(code -> codes.isFor(binding, code)).isPresent();
    }

    /** Spends the code; of several callers one gets {@code true}. */
    boolean consume(PhoneProof proof, IssuedCode code) {
        return codes.consume(
                LimitKey.verification(proof.accountId()), proof.caller().page().browser(), code);
    }

    // The password has no part in it: a code for the phone number is not void when the password changes.
    private CodeBinding binding(String accountId, String number, Caller caller) {
        return new CodeBinding(
                realmId,
                LimitKey.verification(accountId),
                number,
                "",
                CodePurpose.VERIFY_PHONE_NUMBER,
                caller.page().browser());
    }
}
