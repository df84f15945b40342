// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.List;
import java.util.Optional;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.utils.FormMessage;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.limits.Caller;
import io.passwordrecovery.login.code.BrowserCaller;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.password.PasswordChange;
import io.passwordrecovery.password.PasswordChange.SignedInUser;
import io.passwordrecovery.password.PolicyViolation;
import io.passwordrecovery.password.UpdateOutcome;
import io.passwordrecovery.recovery.ProvenReset;
import io.passwordrecovery.recovery.ProvenResetOutcome;
import io.passwordrecovery.recovery.RecoveryProof;

/** Hands a submitted password page to the core, and translates what became of it. */
final class PasswordSubmission {
    private final RequiredActionContext context;
    private final PasswordRecoveryProvider provider;
    private final PasswordForm form;

    PasswordSubmission(RequiredActionContext context, PasswordRecoveryProvider provider, PasswordForm form) {
        this.context = context;
        this.provider = provider;
        this.form = form;
    }

    /** What the next page is. */
    sealed interface Result {
        /** None: the password is changed. */
        record Done() implements Result {}

        /** The same, with the rules that the password breaks. */
        record Rejected(List<PolicyViolation> violations) implements Result {
            public Rejected {
                violations = List.copyOf(violations);
            }
        }

        /** The same, with a message. */
        record Again(PageMessage message) implements Result {}

        /** The one for the code. */
        record ProofOver() implements Result {}
    }

    /** For somebody who has entered a code. */
    Result replace(RecoveryProof proof) {
        ProvenReset.GoingOn goingOn = new ProvenReset.GoingOn(sessionId(), form.signsOutOthers());
        ProvenReset reset = new ProvenReset(proof, form.wanted(), caller(), Optional.of(goingOn));
        ProvenResetOutcome outcome = provider.calls()
                .observe(
                        Call.page(Operation.CONFIRM),
                        () -> provider.provenReset().complete(reset),
                        CallOutcome::of);
        if (outcome instanceof ProvenResetOutcome.Rejected rejected) {
            return new Result.Rejected(rejected.violations());
        }
        if (outcome instanceof ProvenResetOutcome.ProofOver) {
            return new Result.ProofOver();
        }
        return outcome instanceof ProvenResetOutcome.Replaced
                ? new Result.Done()
                : new Result.Again(PageMessage.bad(ChangePasswordForm.BUSY));
    }

    /** For somebody who has entered the current password beside the new one. */
    Result update() {
        return update(
                PasswordChange.withCurrent(who(), form.current(), form.wanted(), Optional.of(form.signsOutOthers())));
    }

    /** For somebody who entered the current password earlier in this login. */
    Result updateTrusted() {
        return update(PasswordChange.trusted(who(), form.wanted(), form.signsOutOthers()));
    }

    private Result update(PasswordChange change) {
        return result(provider.calls()
                .observe(Call.page(Operation.UPDATE), () -> provider.update().update(change), CallOutcome::of));
    }

    private static Result result(UpdateOutcome outcome) {
        if (!(outcome instanceof UpdateOutcome.Refused refused)) {
            return new Result.Done();
        }
        return switch (refused.reason()) {
            case WRONG_PASSWORD, LOCKED -> atCurrent(ChangePasswordForm.WRONG_CURRENT);
            case TOO_MANY_FAILURES -> atCurrent(ChangePasswordForm.TOO_MANY);
            case PASSWORD_REJECTED -> new Result.Rejected(refused.violations());
        };
    }

    private static Result atCurrent(String key) {
        return new Result.Again(PageMessage.bad(new FormMessage(ChangePasswordForm.CURRENT, key)));
    }

    private SignedInUser who() {
        return new SignedInUser(context.getUser().getId(), sessionId(), caller());
    }

    // The user session that comes of a login has the id of its parent.
    private String sessionId() {
        return context.getAuthenticationSession().getParentSession().getId();
    }

    private Caller caller() {
        return BrowserCaller.of(context.getSession(), context.getAuthenticationSession());
    }
}
