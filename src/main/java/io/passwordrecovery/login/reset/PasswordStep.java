// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.change.ChangePasswordForm;
import io.passwordrecovery.login.change.PasswordForm;
import io.passwordrecovery.login.change.PasswordPage;
import io.passwordrecovery.login.code.BrowserCaller;
import io.passwordrecovery.login.code.OpenPage;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.login.course.ResetLogin;
import io.passwordrecovery.observation.Call;
import io.passwordrecovery.observation.Call.Operation;
import io.passwordrecovery.observation.CallOutcome;
import io.passwordrecovery.recovery.ProvenReset;
import io.passwordrecovery.recovery.ProvenResetOutcome;
import io.passwordrecovery.recovery.RecoveryProof;

/** The second half: the new password, of somebody whose code was right. */
final class PasswordStep {
    private final AuthenticationFlowContext context;
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final PasswordRecoveryProvider provider;
    private final RecoveryProof proof;
    private final UserModel user;

    private PasswordStep(AuthenticationFlowContext context, RecoveryProof proof, UserModel user) {
        this.context = context;
        this.session = context.getSession();
        this.login = context.getAuthenticationSession();
        this.provider = session.getProvider(PasswordRecoveryProvider.class);
        this.proof = proof;
        this.user = user;
    }

    /** Empty while no code was right. */
    static Optional<PasswordStep> of(AuthenticationFlowContext context) {
        return new RecoveryNotes(context.getAuthenticationSession())
                .proof()
                .flatMap(proof -> Optional.ofNullable(
                                context.getSession().users().getUserById(context.getRealm(), proof.accountId()))
                        .map(user -> new PasswordStep(context, proof, user)));
    }

    void open() {
        if (provider.provenReset().holds(proof)) {
            show(PageMessage.none());
        } else {
            askForNewProof();
        }
    }

    void submit(MultivaluedMap<String, String> fields) {
        PasswordForm form = new PasswordForm(fields);
        Optional<FormMessage> complaint = form.complaint(false);
        if (complaint.isPresent()) {
            show(PageMessage.bad(complaint.get()));
            return;
        }
        ProvenReset reset = new ProvenReset(proof, form.wanted(), BrowserCaller.of(session, login), Optional.empty());
        ProvenResetOutcome outcome = provider.calls()
                .observe(
                        Call.page(Operation.CONFIRM),
                        () -> provider.provenReset().complete(reset),
                        CallOutcome::of);
        if (outcome instanceof ProvenResetOutcome.Replaced) {
            goOn();
        } else if (outcome instanceof ProvenResetOutcome.Rejected rejected) {
            context.challenge(page().refused(form(), rejected.violations()));
        } else if (outcome instanceof ProvenResetOutcome.ProofOver) {
            askForNewProof();
        } else {
            show(PageMessage.bad(ChangePasswordForm.BUSY));
        }
    }

    private void goOn() {
        new RecoveryNotes(login).forgetProof();
        ResetLogin reset = new ResetLogin(session, login);
        reset.newPasswordIsSet(user);
        if (!reset.leadsToApplication()) {
            context.forceChallenge(reset.end());
            return;
        }
        // What would become pending at the flow's end counts as pending now.
        AuthenticationManager.evaluateRequiredActionTriggers(
                session, login, context.getHttpRequest(), context.getEvent(), context.getRealm(), user);
        if (reset.isToSignInAgainAtOnce(user)) {
            context.forceChallenge(reset.signInAgain());
        } else {
            reset.goOn(user);
            context.setUser(user);
            context.success();
        }
    }

    private void askForNewProof() {
        RecoveryNotes notes = new RecoveryNotes(login);
        notes.forgetProof();
        notes.startAgain();
        CodeStep.of(context).ifPresent(code -> code.show(PageMessage.bad(ChangePasswordForm.PROOF_OVER)));
    }

    private void show(PageMessage message) {
        context.challenge(page().render(form(), message));
    }

    // In this order: making the form counts as touching the page.
    private LoginFormsProvider form() {
        LoginFormsProvider form = context.form();
        OpenPage.until(proof.until(), login);
        return form;
    }

    private PasswordPage page() {
        return PasswordPage.afterACode(context.getRealm(), user);
    }
}
