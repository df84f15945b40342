// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;

/** The mails, in the realm's email theme and the user's language. */
final class RecoveryMail {
    private static final String RESET_CODE_SUBJECT = "resetCodeSubject";
    private static final String RESET_CODE_TEMPLATE = "reset-code.ftl";
    // Keycloak's own, in every email theme: its texts say what is to be said.
    private static final String VERIFY_SUBJECT = "emailVerificationSubject";
    private static final String VERIFY_TEMPLATE = "email-verification-with-code.ftl";
    private static final String PASSWORD_CHANGED_SUBJECT = "passwordChangedSubject";
    private static final String PASSWORD_CHANGED_TEMPLATE = "password-changed.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final ReaderTimes times;

    RecoveryMail(KeycloakSession session, UserModel user, Origin origin) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        // For those who never chose a language, that of the request.
        if (user.getFirstAttribute(UserModel.LOCALE) == null) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, origin.languageTag());
        }
        this.times = ReaderTimes.of(user, session.getContext().resolveLocale(user));
    }

    void send(CodeMessage message) throws DeliveryException {
        if (message.purpose() == CodePurpose.VERIFY_EMAIL) {
            Map<String, Object> code = Map.of("code", message.code().digits());
            send(VERIFY_SUBJECT, List.of(), VERIFY_TEMPLATE, new HashMap<>(code), message.destination());
        } else {
            sendResetCode(message);
        }
    }

    private void sendResetCode(CodeMessage message) throws DeliveryException {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("code", message.code().digits());
        Optional<ApplicationPage> page = ApplicationPage.of(session, message);
        attributes.put("link", page.map(one -> one.page().toString()).orElse(message.link()));
        attributes.put("linkIsOfBrowser", page.isEmpty());
        attributes.put("applicationName", page.map(ApplicationPage::name).orElse(""));
        // As text: up to 26.4 templates print numbers without the language's separators, later with them.
        attributes.put(
                "lifetimeMinutes", Long.toString(Math.max(1, message.lifetime().toMinutes())));
        // Mailboxes fold mails of one subject, and show the oldest: this one's differs.
        Instant askedAt = message.expiresAt().minus(message.lifetime());
        send(RESET_CODE_SUBJECT, List.of(times.time(askedAt)), RESET_CODE_TEMPLATE, attributes, message.destination());
    }

    void send(ChangeNotice message) throws DeliveryException {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("changedAt", Date.from(message.changedAt()));
        attributes.put("changedAtText", times.dateAndTime(message.changedAt()));
        send(PASSWORD_CHANGED_SUBJECT, List.of(), PASSWORD_CHANGED_TEMPLATE, attributes, message.destination());
    }

    private void send(
            String subject,
            List<Object> subjectAttributes,
            String template,
            Map<String, Object> attributes,
            Destination destination)
            throws DeliveryException {
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(reachedAt(destination))
                    .send(subject, subjectAttributes, template, attributes);
        } catch (EmailException e) {
            throw new MailFailure(e, realm.getName(), realm.getSmtpConfig()).of(template);
        }
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
