// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.change.PasswordSubmission.Result;
import io.passwordrecovery.login.code.CodePage;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.login.code.ResetCodeForm;
import io.passwordrecovery.login.course.PasswordAtSignIn;
import io.passwordrecovery.recovery.ProofOutcome;
import io.passwordrecovery.recovery.RecoveryProof;
import io.passwordrecovery.settings.RecoveryActions;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.SignOutAfterUpdate;

/** Conducts a required action that changes the password: which page is next, and what its form does. */
final class ChangePasswordPages {
    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final UserModel user;
    private final PasswordRecoveryProvider provider;
    private final RecoveryNotes notes;
    private final boolean isTrusted;

    /** @param isTrusted whether the user need not enter the current password */
    ChangePasswordPages(RequiredActionContext context, boolean isTrusted) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.user = context.getUser();
        this.provider = context.getSession().getProvider(PasswordRecoveryProvider.class);
        this.notes = new RecoveryNotes(login);
        this.isTrusted = isTrusted;
    }

    void show() {
        show(PageMessage.none());
    }

    void process() {
        PasswordAtSignIn atSignIn = new PasswordAtSignIn(context.getSession(), login);
        if (atSignIn.isReplaced(user)) {
            context.challenge(atSignIn.signInAgain());
        } else {
            processForm();
        }
    }

    private void processForm() {
        MultivaluedMap<String, String> fields = context.getHttpRequest().getDecodedFormParameters();
        String button = fields.getFirst(ResetCodeForm.BUTTON);
        if (ResetCodeForm.START_AGAIN.equals(button)) {
            startAgain();
        } else if (!isAtPassword()) {
            processCode(fields);
        } else if (ChangePasswordForm.FORGOTTEN.equals(button) && asksCurrent() && maySpareCurrent()) {
            notes.byCode();
            show(codePage().send(Optional.empty()));
        } else {
            processPassword(new PasswordForm(fields));
        }
    }

    private void show(PageMessage message) {
        if (isAtPassword()) {
            context.challenge(passwordPage().render(context.form(), message));
        } else {
            context.challenge(showCodePage(message));
        }
    }

    private Response showCodePage(PageMessage message) {
        LoginFormsProvider form = context.form();
        if (!hasPassword()) {
            form.setAttribute(ChangePasswordForm.NO_PASSWORD, true);
        }
        if (provider.recovery().reaches(user.getId())) {
            return codePage().render(form, message);
        }
        form.setAttribute(ChangePasswordForm.NO_ADDRESS, true);
        return codePage().render(form, PageMessage.bad(ChangePasswordForm.UNREACHABLE));
    }

    private void startAgain() {
        notes.startAgain();
        show();
    }

    private void processCode(MultivaluedMap<String, String> fields) {
        CodePage page = codePage();
        Optional<PageMessage> sent = page.sendIfWanted(fields);
        String code = fields.getFirst(ResetCodeForm.CODE);
        if (sent.isPresent()) {
            show(sent.get());
        } else if (code == null || code.isBlank()) {
            show(PageMessage.bad(new FormMessage(ResetCodeForm.CODE, ResetCodeForm.MISSING)));
        } else {
            prove(page.prove(code));
        }
    }

    private void prove(ProofOutcome outcome) {
        if (outcome instanceof ProofOutcome.Proven proven) {
            notes.proven(proven.proof());
            show();
        } else {
            show(CodePage.refused((ProofOutcome.Refused) outcome));
        }
    }

    private void processPassword(PasswordForm form) {
        Optional<FormMessage> complaint = form.complaint(asksCurrent());
        if (complaint.isPresent()) {
            show(PageMessage.bad(complaint.get()));
            return;
        }
        Result result = submit(new PasswordSubmission(context, provider, form));
        if (result instanceof Result.Done) {
            goOn();
        } else if (result instanceof Result.Rejected rejected) {
            context.challenge(passwordPage().refused(context.form(), rejected.violations()));
        } else if (result instanceof Result.Again again) {
            show(again.message());
        } else {
            askForNewProof();
        }
    }

    private Result submit(PasswordSubmission submission) {
        if (proof().isPresent()) {
            return submission.replace(proof().get());
        }
        return isTrusted ? submission.updateTrusted() : submission.update();
    }

    private void goOn() {
        notes.forgetProof();
        new PasswordAtSignIn(context.getSession(), login).isReplacedHere(user);
        // Both actions are served by this page: one new password is enough.
        login.removeRequiredAction(RequiredAction.UPDATE_PASSWORD);
        login.removeRequiredAction(RecoveryActions.CHANGE_PASSWORD);
        context.success();
    }

    private void askForNewProof() {
        notes.forgetProof();
        notes.startAgain();
        notes.byCode();
        show(PageMessage.bad(ChangePasswordForm.PROOF_OVER));
    }

    private boolean isAtPassword() {
        return isTrusted || proof().isPresent() || (hasPassword() && !(notes.isByCode() && maySpareCurrent()));
    }

    private boolean asksCurrent() {
        return !isTrusted && proof().isEmpty();
    }

    // Whoever has no password has forgotten none.
    private boolean maySpareCurrent() {
        return provider.realmSwitches().isForgotPasswordOn();
    }

    private Optional<RecoveryProof> proof() {
        return notes.proof().filter(proof -> proof.accountId().equals(user.getId()));
    }

    private boolean hasPassword() {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    private PasswordPage passwordPage() {
        boolean asksSignOut = provider.settings().get(RecoveryOptions.SIGN_OUT_AFTER_UPDATE) == SignOutAfterUpdate.ASK;
        boolean offersCode =
                asksCurrent() && maySpareCurrent() && provider.recovery().reaches(user.getId());
        return new PasswordPage(context.getRealm(), user, asksCurrent(), asksSignOut, offersCode);
    }

    private CodePage codePage() {
        return new CodePage(context.getSession(), login, user.getUsername());
    }
}
