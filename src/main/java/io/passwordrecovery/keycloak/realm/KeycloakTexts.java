// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** The login theme's messages, the realm's own translations included, in the request's language. */
public final class KeycloakTexts {
    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakTexts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Returns the message with its parameters filled in, or the key where the theme has none. */
    public String text(String key, List<?> parameters) {
        Locale locale = session.getContext().resolveLocale(null);
        String pattern = messages(locale).getProperty(key);
        return pattern == null ? key : new MessageFormat(pattern, locale).format(parameters.toArray());
    }

    /** The language of the texts, as a BCP 47 tag. */
    public String language() {
        return session.getContext().resolveLocale(null).toLanguageTag();
    }

    private Properties messages(Locale locale) {
        try {
            return session.theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
