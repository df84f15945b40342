// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.login.reset;

import java.util.Optional;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

import io.passwordrecovery.keycloak.callers.CookieSession;

/**
 * The name, where no step before has asked for it. The page is Keycloak's own; but Keycloak's step "Choose User" looks for
 * the account before it answers, and how long that takes tells whether there is one.
 */
final class NameStep {
    private final AuthenticationFlowContext context;
    private final AuthenticationSessionModel login;

    NameStep(AuthenticationFlowContext context) {
        this.context = context;
        this.login = context.getAuthenticationSession();
    }

    /** Shows the page, unless the browser has said already who its user is. */
    void open() {
        alreadyKnown().ifPresentOrElse(user -> take(user.getUsername()), this::ask);
    }

    void submit(MultivaluedMap<String, String> form) {
        String name = form.getFirst(Validation.FIELD_USERNAME);
        if (name == null || name.isBlank()) {
            context.getEvent().error(Errors.USERNAME_MISSING);
            context.challenge(context.form()
                    .addError(new FormMessage(Validation.FIELD_USERNAME, Messages.MISSING_USERNAME))
                    .createPasswordReset());
        } else {
            take(name.strip());
        }
    }

    private void ask() {
        context.challenge(context.form().createPasswordReset());
    }

    private void take(String name) {
        login.setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, name);
        context.clearUser();
        CodeStep.of(context).ifPresent(CodeStep::open);
    }

    // As in Keycloak's ResetCredentialChooseUser (26.7): a step before, or a session that has to
    // sign in again; a first sign-in by an identity provider; a link of an administrator's; a session.
    private Optional<UserModel> alreadyKnown() {
        if (context.getUser() != null) {
            return Optional.of(context.getUser());
        }
        if (login.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO) != null) {
            return Optional.of(
                    AbstractIdpAuthenticator.getExistingUser(context.getSession(), context.getRealm(), login));
        }
        String ofLink = login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        if (ofLink != null) {
            return Optional.ofNullable(context.getSession().users().getUserById(context.getRealm(), ofLink));
        }
        return CookieSession.user(context.getSession(), context.getRealm());
    }
}
