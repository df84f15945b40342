// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

import io.passwordrecovery.login.code.UnavailablePage;
import io.passwordrecovery.login.course.PasswordAtSignIn;
import io.passwordrecovery.login.course.ResetLogin;
import io.passwordrecovery.settings.RecoveryActions;

/** Changes the password: of somebody signed in, who enters the current one, or of somebody who has entered a code. */
final class ChangePasswordAction implements RequiredActionProvider {
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // Set by an admin, or started by an application. Keycloak asks at the end of each flow, and after each action.
        new ResetLogin(context.getSession(), context.getAuthenticationSession()).check(context.getUser());
        new PasswordAtSignIn(context.getSession(), context.getAuthenticationSession()).check(context.getUser());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        UnavailablePage.unless(context.getSession(), context::form, () -> open(context))
                .ifPresent(context::challenge);
    }

    private static void open(RequiredActionContext context) {
        Feasibility feasibility = new Feasibility(context, RecoveryActions.CHANGE_PASSWORD);
        if (feasibility.isWorthShowing()) {
            new ChangePasswordPages(context, false).show();
        } else {
            context.ignore();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        UnavailablePage.unless(
                        context.getSession(), context::form, () -> new ChangePasswordPages(context, false).process())
                .ifPresent(context::challenge);
    }

    // As in Keycloak's own (UpdatePassword.getMaxAuthAge, 26.7): the password policy's word first.
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        int byPolicy = session == null
                ? -1
                : session.getContext().getRealm().getPasswordPolicy().getMaxAuthAge();
        return byPolicy >= 0 ? byPolicy : RequiredActionProvider.super.getMaxAuthAge(session);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
