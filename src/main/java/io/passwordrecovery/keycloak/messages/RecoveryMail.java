// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;

/** The two mails, in the realm's email theme and the user's language. */
final class RecoveryMail {
    private static final String RESET_CODE_SUBJECT = "resetCodeSubject";
    private static final String RESET_CODE_TEMPLATE = "reset-code.ftl";
    private static final String PASSWORD_CHANGED_SUBJECT = "passwordChangedSubject";
    private static final String PASSWORD_CHANGED_TEMPLATE = "password-changed.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    RecoveryMail(KeycloakSession session, UserModel user, String requestLanguage) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        // There is no request on this thread to take the language from, for those who never chose one.
        if (user.getFirstAttribute(UserModel.LOCALE) == null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, requestLanguage);
        }
    }

    void send(Message message, Destination destination) throws EmailException {
        if (message instanceof CodeMessage code) {
            send(code);
        } else if (message instanceof ChangeNotice notice) {
            send(notice, destination);
        }
    }

    private void send(CodeMessage message) throws EmailException {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("code", message.code().digits());
        attributes.put("link", message.link());
        // As text: up to 26.4 templates print numbers without the language's separators, later with them.
        attributes.put(
                "lifetimeMinutes", Long.toString(Math.max(1, message.lifetime().toMinutes())));
        send(RESET_CODE_SUBJECT, RESET_CODE_TEMPLATE, attributes, message.destination());
    }

    private void send(ChangeNotice message, Destination destination) throws EmailException {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("changedAt", Date.from(message.changedAt()));
        send(PASSWORD_CHANGED_SUBJECT, PASSWORD_CHANGED_TEMPLATE, attributes, destination);
    }

    private void send(String subject, String template, Map<String, Object> attributes, Destination destination)
            throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reachedAt(destination))
                .send(subject, template, attributes);
    }

    // To an address given apart from the user Keycloak sends from 26.6 on only.
    private UserModel reachedAt(Destination destination) {
        return new UserModelDelegate(user) {
            @Override
            public String getEmail() {
                return destination.address();
            }
        };
    }
}
