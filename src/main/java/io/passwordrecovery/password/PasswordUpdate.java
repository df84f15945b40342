// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;
import java.util.Optional;

import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.UpdateOutcome.Reason;
import io.passwordrecovery.password.UpdateOutcome.Refused;
import io.passwordrecovery.password.UpdateOutcome.Updated;

/** Changes the password of somebody who knows the present one. The only place that knows the order of steps. */
public final class PasswordUpdate {
    private final Passwords passwords;
    private final Lockout lockout;
    private final FailureCount failures;
    private final AfterPasswordChange after;
    private final UpdateEvents events;

    public PasswordUpdate(
            Passwords passwords,
            Lockout lockout,
            FailureCount failures,
            AfterPasswordChange after,
            UpdateEvents events) {
        this.passwords = passwords;
        this.lockout = lockout;
        this.failures = failures;
        this.after = after;
        this.events = events;
    }

    /** Amplify's {@code updatePassword}. */
    public UpdateOutcome update(PasswordChange change) {
        UpdateOutcome outcome =
                change.current().map(current -> checkAndSet(change, current)).orElseGet(() -> set(change));
        SignedInUser who = change.who();
        if (outcome instanceof Refused refused) {
            events.refused(who.accountId(), who.caller(), refused.reason());
        } else {
            events.updated(who.accountId(), who.caller());
        }
        return outcome;
    }

    private UpdateOutcome checkAndSet(PasswordChange change, Password current) {
        SignedInUser who = change.who();
        // Keycloak's protector counts on another thread and may be off; this count is exact and always on.
        LimitKey key = LimitKey.signedIn(who.accountId());
        Optional<Runnable> counted = failures.take(key);
        if (counted.isEmpty()) {
            return Refused.until(failures.untilOneIsLeft(key));
        }
        if (lockout.isLocked(who.accountId())) {
            // Answered as a wrong password is, so it counts as one, and is to take as long.
            passwords.pretendToCheck(who.accountId());
            lockout.pretendPasswordWasWrong(who.accountId());
            return Refused.because(Reason.LOCKED);
        }
        if (!passwords.isCurrent(who.accountId(), current)) {
            lockout.passwordWasWrong(who.accountId(), who.caller());
            return Refused.because(Reason.WRONG_PASSWORD);
        }
        counted.get().run();
        UpdateOutcome outcome = set(change);
        if (outcome instanceof Updated) {
            failures.forget(key);
            lockout.passwordWasRight(who.accountId(), who.caller());
        }
        return outcome;
    }

    private UpdateOutcome set(PasswordChange change) {
        SignedInUser who = change.who();
        List<PolicyViolation> violations = passwords.set(who.accountId(), change.wanted());
        if (!violations.isEmpty()) {
            return Refused.because(violations);
        }
        after.updated(who, change.signOutOthers().orElse(true));
        return new Updated();
    }
}
