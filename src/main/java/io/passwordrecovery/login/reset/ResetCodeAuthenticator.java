// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.util.Optional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

import io.passwordrecovery.login.code.CodePage;
import io.passwordrecovery.login.code.PageMessage;
import io.passwordrecovery.login.code.ResetCodeForm;
import io.passwordrecovery.recovery.ProofOutcome;
import io.passwordrecovery.recovery.RecoveryProof;

/**
 * The step of the reset credentials flow that asks for the code.
 *
 * <p>It works with the typed name alone and makes Keycloak forget whether that led to a user, so that no later step, page
 * or check shows a difference.
 */
final class ResetCodeAuthenticator implements Authenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<CodePage> page = page(context);
        context.clearUser();
        if (page.isEmpty()) {
            context.failureChallenge(
                    AuthenticationFlowError.UNKNOWN_USER,
                    context.form().setError(Messages.MISSING_USERNAME).createErrorPage(Response.Status.BAD_REQUEST));
            return;
        }
        // Opening or refreshing the page never sends; the user's own "submit" on the page before does.
        boolean submitted = HttpMethod.POST.equals(context.getHttpRequest().getHttpMethod());
        PageMessage message =
                submitted && !page.get().isAsked() ? page.get().send(Optional.empty()) : PageMessage.none();
        show(context, page.get(), message);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        CodePage page = page(context).orElseThrow(() -> new IllegalStateException("the page knows whom it is for"));
        if (ResetCodeForm.START_AGAIN.equals(form.getFirst(ResetCodeForm.BUTTON))) {
            // A redirect: what follows is opened, not submitted, and so sends nothing.
            context.forceChallenge(
                    new ResetLogin(context.getSession(), context.getAuthenticationSession()).startAgain());
            return;
        }
        Optional<PageMessage> sent = page.sendIfWanted(form);
        if (sent.isPresent()) {
            show(context, page, sent.get());
            return;
        }
        String code = form.getFirst(ResetCodeForm.CODE);
        if (code == null || code.isBlank()) {
            show(context, page, PageMessage.bad(new FormMessage(ResetCodeForm.CODE, ResetCodeForm.MISSING)));
            return;
        }
        ProofOutcome outcome = page.prove(code);
        if (outcome instanceof ProofOutcome.Proven proven) {
            goOn(context, proven.proof());
        } else {
            show(context, page, CodePage.refused((ProofOutcome.Refused) outcome));
        }
    }

    private static void goOn(AuthenticationFlowContext context, RecoveryProof proof) {
        UserModel user = context.getSession().users().getUserById(context.getRealm(), proof.accountId());
        context.setUser(user);
        new ResetLogin(context.getSession(), context.getAuthenticationSession()).begin(user, proof);
        context.success();
    }

    // A challenge, not a failure: a wrong code is counted by the core, and must not lock the account's sign-in.
    private static void show(AuthenticationFlowContext context, CodePage page, PageMessage message) {
        context.challenge(page.render(context.form(), message));
    }

    private static Optional<CodePage> page(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession()
                        .getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME))
                .or(() -> Optional.ofNullable(context.getUser()).map(UserModel::getUsername))
                .map(name -> new CodePage(context.getSession(), context.getAuthenticationSession(), name));
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // nobody has to set anything up for it
    }

    @Override
    public void close() {
        // nothing is held
    }
}
