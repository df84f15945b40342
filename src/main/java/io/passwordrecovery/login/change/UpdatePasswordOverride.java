// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.login.code.UnavailablePage;
import io.passwordrecovery.login.course.PasswordAtSignIn;
import io.passwordrecovery.login.course.ResetLogin;
import io.passwordrecovery.settings.RecoveryOptions;

/**
 * Keycloak's own "Update Password", shown on this plugin's page in realms whose switch is on.
 *
 * <p>A user who comes with a session alone is asked for the current password, as Keycloak's own page never does (its
 * issues 12943, 15636, 25695). Everything else is Keycloak's: when a password has expired, how old a session may be.
 */
public final class UpdatePasswordOverride extends UpdatePassword {
    private static final Set<String> PROOFS =
            Set.of(ExecuteActionsActionToken.TOKEN_TYPE, ResetCredentialsActionToken.TOKEN_TYPE);

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    /** Before Keycloak's own of the same id (ProviderManager, 26.7). */
    @Override
    public int order() {
        return 100;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // first: a password that was reset just now is not expired, and asks for no other
        super.evaluateTriggers(context);
        new ResetLogin(context.getSession(), context.getAuthenticationSession()).check(context.getUser());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (isWanted(context)) {
            UnavailablePage.unless(context.getSession(), context::form, () -> open(context))
                    .ifPresent(context::challenge);
        } else {
            super.requiredActionChallenge(context);
        }
    }

    private void open(RequiredActionContext context) {
        if (isPointless(context)) {
            context.ignore();
        } else if (isServed(context)) {
            new ChangePasswordPages(context, isTrusted(context)).show();
        } else {
            super.requiredActionChallenge(context);
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (isWanted(context)) {
            UnavailablePage.unless(context.getSession(), context::form, () -> submit(context))
                    .ifPresent(context::challenge);
        } else {
            submit(context);
        }
    }

    private void submit(RequiredActionContext context) {
        if (isServed(context)) {
            new ChangePasswordPages(context, isTrusted(context)).process();
        } else if (isSwitchedOn(context)) {
            processOnKeycloaksPage(context);
        } else {
            super.processAction(context);
        }
    }

    private void processOnKeycloaksPage(RequiredActionContext context) {
        PasswordAtSignIn atSignIn = new PasswordAtSignIn(context.getSession(), context.getAuthenticationSession());
        if (atSignIn.isReplaced(context.getUser())) {
            context.challenge(atSignIn.signInAgain());
            return;
        }
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            atSignIn.isReplacedHere(context.getUser());
        }
    }

    private static boolean isSwitchedOn(RequiredActionContext context) {
        return context.getSession().getProvider(PasswordRecoveryProvider.class).isSwitchedOn();
    }

    private static boolean isWanted(RequiredActionContext context) {
        PasswordRecoveryProvider provider = context.getSession().getProvider(PasswordRecoveryProvider.class);
        return provider.isSwitchedOn() && provider.settings().get(RecoveryOptions.SERVE_UPDATE_PASSWORD);
    }

    // Keycloak's own page asks for no proof, and so also serves those who have none to give.
    private static boolean isServed(RequiredActionContext context) {
        return isWanted(context) && feasibility(context).isProvable();
    }

    private static boolean isPointless(RequiredActionContext context) {
        Feasibility feasibility = feasibility(context);
        return !feasibility.isWritable() && !feasibility.isStartedByApplication();
    }

    private static Feasibility feasibility(RequiredActionContext context) {
        return new Feasibility(context, RequiredAction.UPDATE_PASSWORD.name());
    }

    private boolean isTrusted(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return followedLink(context, login) || hasJustEnteredPassword(context, login);
    }

    // An administrator's mail, or Keycloak's own reset mail, was proof enough for Keycloak. A link that proves a mere
    // address is not: whoever has a session can change that.
    private static boolean followedLink(RequiredActionContext context, AuthenticationSessionModel login) {
        DefaultActionTokenKey token =
                DefaultActionTokenKey.from(login.getAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN));
        return token != null
                && token.getUserId().equals(context.getUser().getId())
                && PROOFS.contains(token.getActionId());
    }

    // Keycloak notes that the password was entered, not when; the page that follows is shown at once.
    private boolean hasJustEnteredPassword(RequiredActionContext context, AuthenticationSessionModel login) {
        if (!AuthenticatorUtil.isPasswordValidated(login)) {
            return false;
        }
        RecoveryNotes notes = new RecoveryNotes(login);
        Instant now = context.getSession()
                .getProvider(PasswordRecoveryProvider.class)
                .clock()
                .instant();
        Instant entered = notes.passwordEnteredBy().orElse(now);
        notes.passwordEnteredBy(entered);
        return Duration.between(entered, now).toSeconds() <= getMaxAuthAge(context.getSession());
    }
}
