// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.login.code.ResetCodeForm;
import io.passwordrecovery.login.code.UnavailablePage;
import io.passwordrecovery.login.course.ResetLogin;

/**
 * The step of the reset credentials flow that asks for the name, where no step before has, for the code, and then for the new
 * password.
 *
 * <p>All are pages of the one step: nothing of Keycloak's comes between them, so that a code by itself opens nothing. Until
 * the new password is set, Keycloak knows of no user, and no later step, page or check shows a difference.
 */
final class ResetCodeAuthenticator implements Authenticator {
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        UnavailablePage.unless(context.getSession(), context::form, () -> begin(context))
                .ifPresent(context::challenge);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        UnavailablePage.unless(context.getSession(), context::form, () -> submit(context))
                .ifPresent(context::challenge);
    }

    private static void begin(AuthenticationFlowContext context) {
        CodeStep.of(context).ifPresentOrElse(code -> open(context, code), () -> new NameStep(context).open());
    }

    private static void open(AuthenticationFlowContext context, CodeStep code) {
        context.clearUser();
        PasswordStep.of(context).ifPresentOrElse(PasswordStep::open, code::open);
    }

    private static void submit(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (ResetCodeForm.START_AGAIN.equals(form.getFirst(ResetCodeForm.BUTTON))) {
            // A redirect: what follows is opened, not submitted, and so sends nothing.
            context.forceChallenge(
                    new ResetLogin(context.getSession(), context.getAuthenticationSession()).startAgain());
            return;
        }
        PasswordStep.of(context).ifPresentOrElse(step -> step.submit(form), () -> submitBeforeProof(context, form));
    }

    private static void submitBeforeProof(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        CodeStep.of(context).ifPresentOrElse(code -> code.submit(form), () -> new NameStep(context).submit(form));
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
