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

/** A realm's codes for addresses that are to be proven, on the realm's terms. */
public final class VerificationCodes {
    private final String realmId;
    private final Codes codes;
    private final RecoverySettings settings;
    private final Clock clock;

    public VerificationCodes(String realmId, Codes codes, RecoverySettings settings, Clock clock) {
        this.realmId = realmId;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes and stores a code; returns what carries it. */
    CodeMessage issue(String accountId, Destination destination, Caller caller) {
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        CodeTerms terms = new CodeTerms(
                settings.get(RecoveryOptions.CODE_LENGTH),
                lifetime,
                destination.medium().name());
        NewCode issued = codes.issue(binding(accountId, destination, caller), terms);
        return new CodeMessage(
                accountId,
                destination,
                issued.code(),
                issued.reference(),
                purpose(destination.medium()),
                lifetime,
                clock.instant().plus(lifetime),
                caller.clientId(),
                "");
    }

    /** What the user may enter in that browser. */
    Optional<IssuedCode> find(AddressProof proof) {
        return codes.find(subject(proof), proof.caller().page().browser());
    }

    /** Compares in constant time; hashes even when nothing was issued. */
    boolean match(Optional<IssuedCode> issued, AddressProof proof) {
        CodeBinding binding = binding(proof.accountId(), proof.destination(), proof.caller());
        return codes.match(issued, proof.code())
                && issued.filter(code -> codes.isFor(binding, code)).isPresent();
    }

    /** Spends the code; of several callers one gets {@code true}. */
    boolean consume(AddressProof proof, IssuedCode code) {
        return codes.consume(subject(proof), proof.caller().page().browser(), code);
    }

    /** Whom the codes of a medium belong to, and what is counted: of email and phone apart. */
    static LimitKey subject(String accountId, DeliveryMedium medium) {
        return switch (medium) {
            case EMAIL -> LimitKey.emailVerification(accountId);
            case SMS -> LimitKey.verification(accountId);
        };
    }

    static LimitKey subject(AddressProof proof) {
        return subject(proof.accountId(), proof.destination().medium());
    }

    private static CodePurpose purpose(DeliveryMedium medium) {
        return switch (medium) {
            case EMAIL -> CodePurpose.VERIFY_EMAIL;
            case SMS -> CodePurpose.VERIFY_PHONE_NUMBER;
        };
    }

    // The password has no part in it: a code for an address is not void when the password changes.
    private CodeBinding binding(String accountId, Destination destination, Caller caller) {
        return new CodeBinding(
                realmId,
                subject(accountId, destination.medium()),
                destination.address(),
                "",
                purpose(destination.medium()),
                caller.page().browser());
    }
}
