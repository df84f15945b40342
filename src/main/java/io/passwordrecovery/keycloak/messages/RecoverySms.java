// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

import io.passwordrecovery.code.CodePurpose;
import io.passwordrecovery.delivery.Destination;
import io.passwordrecovery.delivery.Message;
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
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, queued.languageTag());
        }
        this.locale = session.getContext().resolveLocale(user);
    }

    void send(Message message, Destination destination) throws SmsException {
        SmsMessage sms = new SmsMessage(
                destination.address(), text(message), locale, realm.getName(), purpose(message), queued.id());
        gateway().send(sms);
    }

    private String text(Message message) {
        return message instanceof CodeMessage code
                ? SmsText.withCode(words(key(code.purpose()), code.code().digits()), queued.host(), code.code())
                : SmsText.of(words("smsPasswordChanged"));
    }

    private static String key(CodePurpose purpose) {
        return switch (purpose) {
            case RESET_PASSWORD -> "smsResetCode";
            case VERIFY_PHONE_NUMBER -> "smsVerifyPhone";
        };
    }

    // How webhooks know them: part of the published contract.
    private static String purpose(Message message) {
        if (message instanceof CodeMessage code) {
            return switch (code.purpose()) {
                case RESET_PASSWORD -> "reset-code";
                case VERIFY_PHONE_NUMBER -> "verify-phone-number";
            };
        }
        return "password-changed";
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
