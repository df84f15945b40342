// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.account.Accounts;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.password.AfterPasswordChange;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.Passwords;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.ProvenReset.GoingOn;
import io.passwordrecovery.recovery.ProvenResetOutcome.ProofOver;
import io.passwordrecovery.recovery.ProvenResetOutcome.Rejected;
import io.passwordrecovery.recovery.ProvenResetOutcome.Replaced;

/** Sets the new password of somebody who has proven with a code whose account it is. */
public final class CompleteProvenReset {
    private final Accounts accounts;
    private final Passwords passwords;
    private final AfterPasswordChange after;
    private final RecoveryEvents events;
    private final Clock clock;

    public CompleteProvenReset(
            Accounts accounts, Passwords passwords, AfterPasswordChange after, RecoveryEvents events, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.after = after;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the proof still holds: the page for a new password is worth showing. */
    public boolean holds(RecoveryProof proof) {
        return destination(proof).isPresent();
    }

    public ProvenResetOutcome complete(ProvenReset reset) {
        return destination(reset.proof())
                .map(destination -> complete(reset, destination))
                .orElseGet(ProofOver::new);
    }

    private ProvenResetOutcome complete(ProvenReset reset, Destination destination) {
        String accountId = reset.proof().accountId();
        List<PolicyViolation> violations = passwords.set(accountId, reset.wanted());
        if (!violations.isEmpty()) {
            return new Rejected(violations);
        }
        if (reset.goingOn().isPresent()) {
            GoingOn goingOn = reset.goingOn().get();
            SignedInUser user = new SignedInUser(accountId, goingOn.sessionId(), reset.caller());
            after.resetBySignedIn(user, goingOn.signOutOthers(), destination);
        } else {
            after.reset(accountId, destination, reset.caller());
        }
        events.passwordReset(accountId, destination, reset.caller());
        return new Replaced();
    }

    // Where the code went, if all that it was bound to is still so.
    private Optional<Destination> destination(RecoveryProof proof) {
        if (!clock.instant().isBefore(proof.until())
                || !(accounts.byId(proof.accountId()) instanceof AccountLookup.Recoverable found)) {
            return Optional.empty();
        }
        Account account = found.account();
        return account.passwordVersion().equals(proof.passwordVersion())
                ? account.destination(proof.medium().name())
                : Optional.empty();
    }
}
