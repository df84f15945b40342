// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.keycloak.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

import io.passwordrecovery.web.Texts;

/** The login theme's messages, the realm's own translations included, in the request's language. */
public final class KeycloakTexts implements Texts {
    private final KeycloakSession session;
    private final RealmModel realm;

    public KeycloakTexts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String text(String key, List<?> parameters) {
        return find(key, session.getContext().resolveLocale(null), parameters).orElse(key);
    }

    /** Returns a message in another language than the request's, for which there may be none. */
    public Optional<String> find(String key, Locale locale, List<?> parameters) {
        return Optional.ofNullable(messages(locale).getProperty(key))
                .map(pattern -> new MessageFormat(pattern, locale).format(parameters.toArray()));
    }

    @Override
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
