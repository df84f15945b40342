// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.password;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.passwordrecovery.delivery.Courier;
import io.passwordrecovery.keys.LimitKey;
import io.passwordrecovery.limits.Attempt;
import io.passwordrecovery.limits.FailureCount;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.UpdateOutcome.Reason;
import io.passwordrecovery.password.UpdateOutcome.Refused;
import io.passwordrecovery.password.UpdateOutcome.Updated;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.RecoverySettings;

/** Changes the password of somebody who knows the present one. The only place that knows the order of steps. */
public final class PasswordUpdate {
    private final Passwords passwords;
    private final Lockout lockout;
    private final FailureCount failures;
    private final AfterPasswordChange aftermath;
    private final RecoverySettings settings;

    public PasswordUpdate(
            Passwords passwords,
            Lockout lockout,
            FailureCount failures,
            AfterPasswordChange aftermath,
            RecoverySettings settings) {
        this.passwords = passwords;
        this.lockout = lockout;
        this.failures = failures;
        this.aftermath = aftermath;
        this.settings = settings;
    }

    public UpdateOutcome update(PasswordChange change, UpdateEvents events) {
        return update(change.who(), events, place -> update(change, place));
    }

    /** Changes the password without asking for the present one. */
    public UpdateOutcome update(AuthenticatedChange change, UpdateEvents events) {
        return update(change.who(), events, place -> set(change.who(), change.wanted(), change.signOutOthers(), place));
    }

    private UpdateOutcome update(SignedInUser who, UpdateEvents events, Function<Courier.Place, UpdateOutcome> steps) {
        Optional<Courier.Place> reserved = aftermath.reserveNotice();
        if (reserved.isEmpty()) {
            return Refused.because(Reason.BUSY);
        }
        UpdateOutcome outcome;
        try (Courier.Place place = reserved.get()) {
            outcome = steps.apply(place);
        }
        if (outcome instanceof Refused refused) {
            events.refused(who.accountId(), who.origin(), refused.reason());
        } else {
            events.updated(who.accountId(), who.origin());
        }
        return outcome;
    }

    private UpdateOutcome update(PasswordChange change, Courier.Place place) {
        SignedInUser who = change.who();
        if (lockout.isLocked(who.accountId())) {
            return Refused.because(Reason.LOCKED);
        }
        // Keycloak's protector counts on another thread and may be off; this count is exact and always on.
        LimitKey subject = LimitKey.signedIn(who.accountId());
        Optional<Attempt> counted = failures.take(subject);
        if (counted.isEmpty()) {
            return Refused.because(Reason.TOO_MANY_FAILURES);
        }
        if (!passwords.isCurrent(who.accountId(), change.current())) {
            lockout.passwordWasWrong(who.accountId(), who.origin());
            return Refused.because(Reason.WRONG_PASSWORD);
        }
        counted.get().giveBack();
        UpdateOutcome outcome = set(who, change.wanted(), change.signOutOthers().orElse(true), place);
        if (outcome instanceof Updated) {
            failures.forget(subject);
            lockout.passwordWasRight(who.accountId(), who.origin());
        }
        return outcome;
    }

    private UpdateOutcome set(SignedInUser who, Password wanted, boolean signOutOthers, Courier.Place place) {
        List<PolicyViolation> violations = setUnlessRejected(who.accountId(), wanted);
        if (!violations.isEmpty()) {
            return new Refused(Reason.PASSWORD_REJECTED, violations);
        }
        aftermath.endOtherSessions(who, settings.get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE), signOutOthers);
        aftermath.notifyOwner(who.accountId(), place);
        return new Updated();
    }

    private List<PolicyViolation> setUnlessRejected(String accountId, Password wanted) {
        List<PolicyViolation> violations = passwords.violations(accountId, wanted);
        return violations.isEmpty() ? passwords.set(accountId, wanted) : violations;
    }
}
