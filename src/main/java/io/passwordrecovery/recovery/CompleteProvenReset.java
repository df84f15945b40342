// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.recovery;

import java.util.List;
import java.util.Optional;

import io.passwordrecovery.account.Account;
import io.passwordrecovery.account.AccountLookup;
import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.recovery.ProvenReset.GoingOn;
import io.passwordrecovery.recovery.ProvenResetOutcome.Busy;
import io.passwordrecovery.recovery.ProvenResetOutcome.ProofOver;
import io.passwordrecovery.recovery.ProvenResetOutcome.Rejected;
import io.passwordrecovery.recovery.ProvenResetOutcome.Replaced;
import io.passwordrecovery.settings.RecoveryOptions;

/** Sets the new password of somebody who has proven with a code whose account it is. */
public final class CompleteProvenReset {
    private final RecoveryParts parts;
    private final Epilogue epilogue;

    public CompleteProvenReset(RecoveryParts parts) {
        this.parts = parts;
        this.epilogue = new Epilogue(parts);
    }

    /** Whether the proof still holds: the page for a new password is worth showing. */
    public boolean holds(RecoveryProof ownership) {
        return destination(ownership).isPresent();
    }

    public ProvenResetOutcome replace(ProvenReset replacement) {
        Optional<Courier.Place> reserved = parts.courier().reserve();
        if (reserved.isEmpty()) {
            return new Busy();
        }
        try (Courier.Place place = reserved.get()) {
            return destination(replacement.ownership())
                    .map(destination -> replace(replacement, destination, place))
                    .orElseGet(ProofOver::new);
        }
    }

    private ProvenResetOutcome replace(ProvenReset replacement, Destination destination, Courier.Place place) {
        String accountId = replacement.ownership().accountId();
        List<PolicyViolation> violations = parts.passwords().violations(accountId, replacement.wanted());
        if (violations.isEmpty()) {
            violations = parts.passwords().set(accountId, replacement.wanted());
        }
        if (!violations.isEmpty()) {
            return new Rejected(violations);
        }
        endSessions(replacement, accountId);
        epilogue.after(accountId, destination, replacement.origin(), place);
        return new Replaced();
    }

    private void endSessions(ProvenReset replacement, String accountId) {
        if (replacement.goingOn().isPresent()) {
            GoingOn goingOn = replacement.goingOn().get();
            parts.aftermath()
                    .endOtherSessions(
                            new SignedInUser(accountId, goingOn.sessionId(), replacement.origin()),
                            parts.settings().get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE),
                            goingOn.signOutOthers());
        } else {
            parts.aftermath().endSessions(accountId, parts.settings().get(RecoveryOptions.SIGN_OUT_AFTER_RESET));
        }
    }

    // Where the code went, if all that it was bound to is still so.
    private Optional<Destination> destination(RecoveryProof ownership) {
        if (!parts.clock().instant().isBefore(ownership.until())
                || !(parts.accounts().byId(ownership.accountId()) instanceof AccountLookup.Recoverable found)) {
            return Optional.empty();
        }
        Account account = found.account();
        return account.passwordVersion().equals(ownership.passwordVersion())
                ? new ResolvedAccount.Real(account)
                        .destination(ownership.medium().name())
                : Optional.empty();
    }
}
