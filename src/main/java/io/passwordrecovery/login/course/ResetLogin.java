// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.course;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.StorageId;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.code.RecoveryNotes;
import io.passwordrecovery.settings.RecoveryOptions;
import io.passwordrecovery.settings.SignInAgain;

/**
 * A login that began with a forgotten password, from the moment when the new one is set.
 *
 * <p>It was opened by a code alone: it links nothing, does nothing else that is pending, and takes nobody past a second
 * factor. Whoever has any of these signs in with the new password first.
 */
public final class ResetLogin {
    /** Keycloak's word for a login that ends with a message, without signing anybody in. */
    private static final String END = AuthenticationManager.END_AFTER_REQUIRED_ACTIONS;

    /** The message that the user sees in place of the application. */
    private static final String DONE = "changePasswordDone";

    private static final String TITLE = "changePasswordNewTitle";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final PasswordRecoveryProvider provider;
    private final RecoveryNotes notes;

    public ResetLogin(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.provider = session.getProvider(PasswordRecoveryProvider.class);
        this.notes = new RecoveryNotes(login);
    }

    /** The page for the user name. */
    public Response startAgain() {
        boolean endsHere = !leadsToApplication();
        Response page = new FreshSignIn(session, login).toReset();
        if (endsHere) {
            login.setAuthNote(END, "true");
        }
        return page;
    }

    /** One new password satisfies everything that asks for one. */
    public void newPasswordIsSet(UserModel user) {
        actions(user).newPasswordIsSet();
    }

    /** The flow goes on: whatever else it asks for, the login stays one of a reset. */
    public void goOn(UserModel user) {
        notes.reset();
        if (isToSignInAgain(user)) {
            // Until the check at the flow's end says otherwise, it signs nobody in.
            login.setAuthNote(END, "true");
        }
    }

    /** Whether an application waits for the user; none does who began at a bare link. */
    public boolean leadsToApplication() {
        return login.getAuthNote(END) == null;
    }

    /** Ends the login of somebody for whom no application waits. */
    public Response end() {
        Response page = session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(login)
                .setAttribute("messageHeader", TITLE)
                .setSuccess(DONE)
                .setDetachedAuthSession()
                .createInfoPage();
        new AuthenticationSessionManager(session)
                .removeAuthenticationSession(session.getContext().getRealm(), login, true);
        return page;
    }

    /** Whether the user goes to the sign-in page at once; with {@code never}, a step to come may ask for the rest. */
    public boolean isToSignInAgainAtOnce(UserModel user) {
        return isMoreThanAReset(user) || (setting() != SignInAgain.NEVER && isToSignInAgain(user));
    }

    private boolean isToSignInAgain(UserModel user) {
        return isMoreThanAReset(user) || SecondFactor.of(user).mustSignInAgain(setting(), login);
    }

    public Response signInAgain() {
        return new FreshSignIn(session, login).because(DONE);
    }

    /**
     * Looks at the login once more, when all steps of the flow are done.
     *
     * @throws WebApplicationException which carries the way to the sign-in page
     */
    public void check(UserModel user) {
        if (!notes.isReset()) {
            return;
        }
        actions(user).newPasswordIsSet();
        if (isToSignInAgain(user)) {
            throw new WebApplicationException(signInAgain());
        }
        login.removeAuthNote(END);
    }

    // Federated users as in Keycloak's own (ResetCredentialEmail.forceLogin, 26.7): their directory has its own word.
    private boolean isMoreThanAReset(UserModel user) {
        return login.getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) != null
                || !StorageId.isLocalStorage(user.getId())
                || user.isFederated()
                || actions(user).isAny();
    }

    private PendingActions actions(UserModel user) {
        return new PendingActions(session.getContext().getRealm(), user, login);
    }

    private SignInAgain setting() {
        return provider.settings().get(RecoveryOptions.SIGN_IN_AGAIN);
    }
}
