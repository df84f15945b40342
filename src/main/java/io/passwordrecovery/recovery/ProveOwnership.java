// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.time.Duration;

import io.passwordrecovery.recovery.CodeCheck.Finding;
import io.passwordrecovery.recovery.ProofOutcome.Proven;
import io.passwordrecovery.recovery.ProofOutcome.Refused;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** The steps from a code entered on a page of its own to the proof that it gives: count, compare, consume. */
public final class ProveOwnership {
    private final CodeCheck check;
    private final ResetCodes codes;
    private final RecoveryEvents events;
    private final RecoverySettings settings;
    private final Clock clock;

    public ProveOwnership(
            CodeCheck check, ResetCodes codes, RecoveryEvents events, RecoverySettings settings, Clock clock) {
        this.check = check;
        this.codes = codes;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    ProofOutcome prove(CodeEntry entry) {
        Finding finding = check.check(entry);
        ProofOutcome outcome = outcome(finding, entry);
        if (outcome instanceof Refused refused) {
            events.confirmRefused(entry.name(), finding.whose(), refused.reason(), entry.caller());
        }
        return outcome;
    }

    private ProofOutcome outcome(Finding finding, CodeEntry entry) {
        if (!(finding instanceof Finding.Match match)) {
            Finding.Mismatch mismatch = (Finding.Mismatch) finding;
            return new Refused(mismatch.reason(), mismatch.attemptsLeft(), mismatch.retryAfter());
        }
        if (!codes.consume(match.account(), match.code(), entry.caller())) {
            return new Refused(RefusalReason.CODE_MISMATCH, 0, Duration.ZERO);
        }
        check.forgive(match);
        events.ownershipProven(match.accountId(), match.destination(), entry.caller());
        return new Proven(new RecoveryProof(
                match.accountId(),
                match.destination().medium(),
                match.account().account().passwordVersion(),
                clock.instant().plus(settings.get(RecoveryOptions.CODE_LIFETIME))));
    }
}
