// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;

import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.password.UpdateOutcome.Refused;
import io.passwordrecovery.password.UpdateOutcome.Updated;

/** Sets a password that somebody else than its owner has chosen; what follows is what follows a reset. */
public final class AssignPassword {
    private final Passwords passwords;
    private final AfterPasswordChange after;
    private final UpdateEvents events;

    public AssignPassword(Passwords passwords, AfterPasswordChange after, UpdateEvents events) {
        this.passwords = passwords;
        this.after = after;
        this.events = events;
    }

    /** @param caller MUST be somebody who may manage the account */
    public UpdateOutcome assign(String accountId, Password wanted, Caller caller) {
        List<PolicyViolation> violations = passwords.set(accountId, wanted);
        if (!violations.isEmpty()) {
            events.refused(accountId, caller, UpdateOutcome.Reason.PASSWORD_REJECTED);
            return Refused.because(violations);
        }
        after.assigned(accountId);
        events.updated(accountId, caller);
        return new Updated();
    }
}
