// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.course;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

import io.passwordrecovery.keycloak.PasswordRecoveryProvider;
import io.passwordrecovery.login.code.RecoveryNotes;

/**
 * Ends a login in progress when the password that it was begun with is another's by now.
 *
 * <p>It is no session yet, and so does not end with those. Whoever knew the old password, or had a session, could keep a
 * page open and go on from there after the owner has thrown everybody out.
 */
public final class PasswordAtSignIn {
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RecoveryNotes notes;

    public PasswordAtSignIn(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.notes = new RecoveryNotes(login);
    }

    /** Whether the password has changed since the user came in, other than in this login. */
    public boolean isReplaced(UserModel user) {
        String now = version(user);
        return notes.passwordAtSignIn().filter(then -> !then.equals(now)).isPresent();
    }

    /** The password was changed in this login. */
    public void isReplacedHere(UserModel user) {
        notes.passwordAtSignIn(version(user));
    }

    /** The sign-in page. */
    public Response signInAgain() {
        return new FreshSignIn(session, login).afterExpiry();
    }

    /**
     * Looks at the login, after each of its steps.
     *
     * @throws WebApplicationException which carries the way to the sign-in page; what the step has done is rolled back
     */
    public void check(UserModel user) {
        if (isReplaced(user)) {
            FreshSignIn page = new FreshSignIn(session, login);
            Response way = page.way();
            session.getTransactionManager().enlistAfterCompletion(new BeginAnew());
            session.getTransactionManager().setRollbackOnly();
            throw new WebApplicationException(way);
        }
        if (notes.passwordAtSignIn().isEmpty()) {
            isReplacedHere(user);
        }
    }

    private String version(UserModel user) {
        return session.getProvider(PasswordRecoveryProvider.class).passwordVersion(user.getId());
    }

    /** The login itself is changed when nothing of the request holds it any more. */
    private final class BeginAnew extends AbstractKeycloakTransaction {
        private final KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        private final RealmModel realm = session.getContext().getRealm();
        private final String root = login.getParentSession().getId();
        private final String client = login.getClient().getId();
        private final String tab = login.getTabId();

        @Override
        protected void commitImpl() {
            rollbackImpl();
        }

        @Override
        protected void rollbackImpl() {
            KeycloakModelUtils.runJobInTransaction(factory, own -> {
                RealmModel here = own.realms().getRealm(realm.getId());
                own.getContext().setRealm(here);
                RootAuthenticationSessionModel parent =
                        own.authenticationSessions().getRootAuthenticationSession(here, root);
                AuthenticationSessionModel found =
                        parent == null ? null : parent.getAuthenticationSession(here.getClientById(client), tab);
                if (found != null) {
                    new FreshSignIn(own, found).forget();
                }
            });
        }
    }
}
