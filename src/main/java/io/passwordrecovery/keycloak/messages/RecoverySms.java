// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.DeliveryException;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message.ChangeNotice;
import io.passwordrecovery.delivery.Message.CodeMessage;
import io.passwordrecovery.delivery.SmsText;
import io.passwordrecovery.keycloak.realm.KeycloakTexts;
import io.passwordrecovery.keycloak.realm.RealmSettings;
import io.passwordrecovery.settings.PhoneOptions;
import io.passwordrecovery.sms.SmsException;
import io.passwordrecovery.sms.SmsGateways;
import io.passwordrecovery.sms.SmsMessage;
import io.passwordrecovery.sms.SmsProvider;

/** The text messages, in the words of the realm's login theme and the user's language. */
final class RecoverySms {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final QueuedMessage queued;
    private final Locale locale;

    RecoverySms(KeycloakSession session, UserModel user, QueuedMessage queued) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.queued = queued;
        if (user.getFirstAttribute(UserModel.LOCALE) == null) {
            session.setAttribute(
                    LocaleSelectorProvider.USER_REQUEST_LOCALE, queued.origin().languageTag());
        }
        this.locale = session.getContext().resolveLocale(user);
    }

    void send(CodeMessage message) throws DeliveryException {
        String words = words(key(message.purpose()), message.code().digits());
        send(message.destination(), SmsText.withCode(words, host(message), message.code()), purpose(message.purpose()));
    }

    void send(ChangeNotice message) throws DeliveryException {
        send(message.destination(), SmsText.of(words("smsPasswordChanged")), "password-changed");
    }

    private void send(Destination destination, String text, String purpose) throws DeliveryException {
        try {
            gateway().send(new SmsMessage(destination.address(), text, locale, realm.getName(), purpose, queued.id()));
        } catch (SmsException e) {
            // What a gateway says is for the log (SmsException): no number, no code, no secret.
            throw e.isWorthAnotherTry()
                    ? DeliveryException.temporary("the gateway failed: " + e.getMessage(), e)
                    : DeliveryException.permanent("the gateway refused: " + e.getMessage(), e);
        }
    }

    // Of the page that the code is entered on: phones offer it there, and nowhere else.
    private String host(CodeMessage message) {
        return ApplicationPage.of(session, message)
                .map(ApplicationPage::page)
                .orElseGet(() -> session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .getHost();
    }

    private static String key(CodePurpose purpose) {
        return switch (purpose) {
            case RESET_PASSWORD -> "smsResetCode";
            // An email address proves itself by mail.
            case VERIFY_PHONE_NUMBER, VERIFY_EMAIL -> "smsVerifyPhone";
        };
    }

    // How webhooks know them: part of the published contract.
    private static String purpose(CodePurpose purpose) {
        return switch (purpose) {
            case RESET_PASSWORD -> "reset-code";
            case VERIFY_PHONE_NUMBER, VERIFY_EMAIL -> "verify-phone-number";
        };
    }

    private String words(String key, String... parameters) {
        List<String> all = List.of(parameters);
        // A theme without the text, but never a code without its digits.
        return new KeycloakTexts(session, realm).find(key, locale, all).orElseGet(() -> String.join(" ", all));
    }

    private SmsProvider gateway() throws SmsException {
        Optional<String> id = RealmSettings.read(realm).get(PhoneOptions.SMS_GATEWAY);
        if (!new SmsGateways(session.getKeycloakSessionFactory()).isReady(id)) {
            throw SmsException.permanent("no gateway can send it: " + id.orElse("sms-gateway is empty"), null);
        }
        return session.getProvider(SmsProvider.class, id.orElseThrow());
    }
}
