// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

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
import io.passwordrecovery.limits.GuessLimits;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** A realm's codes for forgotten passwords, on the realm's terms. */
public final class ResetCodes {
    /** Long enough that guessing among them is hopeless even over many codes. */
    private static final int LENGTH_UNDER_ATTACK = 10;

    private final String realmId;
    private final Codes codes;
    private final GuessLimits guessLimits;
    private final RecoverySettings settings;
    private final Clock clock;

    public ResetCodes(String realmId, Codes codes, GuessLimits guessLimits, RecoverySettings settings, Clock clock) {
        this.realmId = realmId;
        this.codes = codes;
        this.guessLimits = guessLimits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes and stores a code; returns what carries it to its owner. */
    CodeMessage issue(ResolvedAccount.Real account, Destination destination, Caller caller) {
        CodeTerms terms = terms(account.key(), destination.medium());
        NewCode issued = codes.issue(
                account.binding(realmId, terms.medium(), caller.page().browser()), terms);
        return new CodeMessage(
                account.accountId(),
                destination,
                issued.code(),
                issued.reference(),
                CodePurpose.RESET_PASSWORD,
                terms.lifetime(),
                clock.instant().plus(terms.lifetime()),
                caller.clientId(),
                caller.page().link());
    }

    /** Does the same work for nothing: a code that is still good for the account stays so. */
    void issueDecoy(ResolvedAccount account, DeliveryMedium medium, Caller caller) {
        CodeTerms terms = terms(account.key(), medium);
        codes.issueDecoy(
                account.asDecoy().binding(realmId, terms.medium(), caller.page().browser()), terms);
    }

    /** Whether so many guesses went wrong that no code would be compared: none is worth sending. */
    boolean areUsedUp(ResolvedAccount account) {
        return guessLimits.isUsedUp(account.key());
    }

    /** What the caller may enter. */
    Optional<IssuedCode> find(LimitKey holder, Caller caller) {
        return codes.find(holder, caller.page().browser());
    }

    /** Whether it is the issued code, in constant time; hashes even when nothing was issued. */
    boolean match(Optional<IssuedCode> issued, CodeEntry entry) {
        return codes.match(issued, entry.code());
    }

    /** Whether the code was issued to the account as it is now. */
    boolean isFor(ResolvedAccount account, IssuedCode code, Caller caller) {
        return codes.isFor(account.binding(realmId, code.medium(), caller.page().browser()), code);
    }

    /** Spends the code; of several callers one gets {@code true}. */
    boolean consume(ResolvedAccount account, IssuedCode code, Caller caller) {
        return codes.consume(account.key(), caller.page().browser(), code);
    }

    /** Makes a spent code usable again: what it was spent on did not happen. */
    void restore(ResolvedAccount account, IssuedCode code, Caller caller) {
        codes.restore(account.key(), caller.page().browser(), code);
    }

    private CodeTerms terms(LimitKey key, DeliveryMedium medium) {
        int configured = settings.get(RecoveryOptions.CODE_LENGTH);
        int length = guessLimits.manyFailures(key) ? Math.max(configured, LENGTH_UNDER_ATTACK) : configured;
        Duration lifetime = settings.get(RecoveryOptions.CODE_LIFETIME);
        return new CodeTerms(length, lifetime, medium.name());
    }
}
